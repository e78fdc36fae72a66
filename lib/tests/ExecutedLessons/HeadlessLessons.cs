using System.Diagnostics;
using System.Globalization;

namespace ExecutedLessons;

/// <summary>
/// Every lesson as this project's engine executes it without a front end. All test projects share one run, and keep it as long as
/// the lessons, the library, the engine, the runtime and the day are the same.
/// </summary>
internal static class HeadlessLessons
{
    // For all lessons together, on a machine that does other work at the same time. It only ends what hangs.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    /// <summary>The engine's program, from the build of which the tests are a part.</summary>
    public static string Engine
    {
        get
        {
            // lib/artifacts/bin/<project>/<configuration>/
            var build = new DirectoryInfo(AppContext.BaseDirectory);
            return Path.Combine(build.Parent!.Parent!.FullName, "NotebookEngine", build.Name, "NotebookEngine.dll");
        }
    }

    public static string DotNet => Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";

    /// <param name="checkout">Its root.</param>
    /// <returns>Path of the folder with the executed lessons, under their own file names.</returns>
    public static Task<string> FolderAsync(string checkout) =>
        new KeptFolders(Path.Combine(checkout, "lib", "artifacts", "executed-lessons")).GetAsync(
            () => Id(checkout),
            folder => Execute(checkout, folder)
        );

    private static string Id(string checkout)
    {
        using var id = new ContentId();
        var engine = Path.GetDirectoryName(Engine)!;
        foreach (var pattern in new[] { "*.dll", "*.json" })
        {
            id.Add(engine, pattern, SearchOption.TopDirectoryOnly)
                .Add(Path.Combine(checkout, "lib", "bin"), pattern, SearchOption.AllDirectories);
        }

        return id.Add(Path.Combine(checkout, "notebooks"), "*.ipynb", SearchOption.TopDirectoryOnly)
            .Add(Path.Combine(checkout, "data"), "*", SearchOption.AllDirectories)
            .Add(Environment.Version.ToString())
            // Certificates and tokens are dated, and lessons show it.
            .Add(TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))
            .ToString();
    }

    private static void Execute(string checkout, string folder)
    {
        var start = new ProcessStartInfo(DotNet, [Engine, "run", "--out", folder, "--cell-timeout", "300"])
        {
            WorkingDirectory = checkout,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var run = Process.Start(start)!;
        // Both at once: a program that fills one pipe waits until somebody reads it.
        var output = run.StandardOutput.ReadToEndAsync();
        var errors = run.StandardError.ReadToEndAsync();
        if (!run.WaitForExit(Longest))
        {
            run.Kill(entireProcessTree: true);
        }

        run.WaitForExit();
        var told = Task.WhenAll(output, errors).GetAwaiter().GetResult();
        Assert.True(run.ExitCode == 0, string.Concat(told));
    }
}
