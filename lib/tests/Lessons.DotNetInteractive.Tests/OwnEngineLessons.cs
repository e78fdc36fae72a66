using System.Text.Json.Nodes;

[assembly: AssemblyFixture(typeof(Lessons.DotNetInteractive.Tests.OwnEngineLessons))]

namespace Lessons.DotNetInteractive.Tests;

/// <summary>Every lesson as this project's own engine executes it, once for all tests; started when the first one asks.</summary>
public sealed class OwnEngineLessons : IDisposable
{
    // For all lessons together, on a machine that does other work at the same time. It only ends what hangs.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("own-engine-");
    private readonly Lazy<Task> _run;

    public OwnEngineLessons() => _run = new(RunAsync);

    internal async Task<JsonObject> ExecuteAsync(string lesson)
    {
        await _run.Value;
        var saved = await File.ReadAllTextAsync(Path.Combine(_folder.FullName, lesson));
        return JsonNode.Parse(saved)!.AsObject();
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private async Task RunAsync()
    {
        var start = new System.Diagnostics.ProcessStartInfo(
            Engines.DotNet,
            [Engines.Own, "run", "--out", _folder.FullName, "--cell-timeout", "240"]
        )
        {
            WorkingDirectory = Checkout.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var run = System.Diagnostics.Process.Start(start)!;
        // Both at once: a program that fills one pipe waits until somebody reads it.
        var output = run.StandardOutput.ReadToEndAsync();
        var errors = run.StandardError.ReadToEndAsync();
        using var limit = new CancellationTokenSource(Longest);
        try
        {
            await run.WaitForExitAsync(limit.Token);
        }
        finally
        {
            if (!run.HasExited)
            {
                run.Kill(entireProcessTree: true);
            }
        }

        Assert.True(run.ExitCode == 0, await output + await errors);
    }
}
