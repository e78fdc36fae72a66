using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;
using NotebookEngine.CommandLine;

namespace NotebookEngine.Tests.Foreign;

/// <summary>The engine runs any C# notebook: headlessly, and as the kernel of Jupyter's own client.</summary>
public sealed class ForeignNotebookTests : IDisposable
{
    private const string Converter = "jupyter-nbconvert";
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    private readonly TempFolder _folder = new();

    [Fact]
    public async Task Runs_headlessly()
    {
        var notebook = WeatherNotebook.Write(_folder);

        var (exitCode, output) = await RunAsync(Host, [Program, "run", notebook, "--out", _folder.File("executed")]);

        Assert.True(exitCode == ExitCode.AllPassed, output);
        WeatherNotebook.AssertExecuted(_folder.File(Path.Combine("executed", "weather.ipynb")));
    }

    [Fact]
    public async Task Runs_on_the_kernel()
    {
        var notebook = WeatherNotebook.Write(_folder);
        _folder.Write(
            "jupyter/kernels/.net-csharp/kernel.json",
            JsonSerializer.Serialize(
                new
                {
                    argv = new[] { Host, Program, "kernel", "{connection_file}" },
                    display_name = ".NET (C#)",
                    language = "C#",
                    interrupt_mode = "message",
                }
            )
        );

        var (exitCode, output) = await RunNbConvertAsync(notebook, _folder.File("executed"));

        Assert.True(exitCode == 0, output);
        WeatherNotebook.AssertExecuted(_folder.File(Path.Combine("executed", "weather.ipynb")));
    }

    public void Dispose() => _folder.Dispose();

    private static string Host => Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";

    private static string Program => typeof(EngineCommand).Assembly.Location;

    private async Task<(int ExitCode, string Output)> RunNbConvertAsync(string notebook, string folder)
    {
        try
        {
            return await RunAsync(Converter, ["--to", "notebook", "--execute", "--output-dir", folder, notebook]);
        }
        catch (Win32Exception)
        {
            RequiredTools.Missing($"{Converter} is not installed here; Debian has it as jupyter-nbconvert.");
            throw;
        }
    }

    private async Task<(int ExitCode, string Output)> RunAsync(string program, IEnumerable<string> arguments)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(Limit);
        var start = new ProcessStartInfo(program, arguments)
        {
            // The working directory of this process belongs to whichever test runs a notebook just now, and may be gone.
            WorkingDirectory = _folder.Path,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["JUPYTER_PATH"] = _folder.File("jupyter");
        using var process = Process.Start(start)!;
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(limit.Token);
            var errors = process.StandardError.ReadToEndAsync(limit.Token);
            await process.WaitForExitAsync(limit.Token);
            return (process.ExitCode, await output + await errors);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }
}
