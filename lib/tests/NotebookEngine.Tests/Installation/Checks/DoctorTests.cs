using System.Runtime.InteropServices;
using System.Text.Json;
using NotebookEngine.CommandLine;
using NotebookEngine.Installation;

namespace NotebookEngine.Tests.Installation.Checks;

/// <summary>The whole examination as a person and as a program reads it.</summary>
public sealed class DoctorTests(Engine engine) : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Without_a_kernel_the_doctor_says_how_to_install_it()
    {
        // A Windows machine without %PROGRAMDATA% sees no kernel that the machine of this test may have.
        var (exitCode, text) = await RunAsync(new Machine(OSPlatform.Windows, _ => null, @"Q:\nobody"), "doctor");

        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var found = Array.IndexOf(lines, "problem  VS Code       finds no kernel for C# notebooks");
        Assert.Equal(1, exitCode);
        Assert.True(found >= 0, text);
        Assert.StartsWith("         remedy:       install it: dotnet run --project ", lines[found + 1]);
        Assert.EndsWith("NotebookEngine -- install", lines[found + 1]);
        Assert.Contains(lines, line => line.StartsWith("ok       loopback      ", StringComparison.Ordinal));
        Assert.Matches(@"\Aproblems: [1-9]\d*, warnings: \d+\z", lines[^1]);
    }

    [Fact]
    public async Task An_installed_kernel_is_started_and_foretold()
    {
        var place = InstallPlace.In(_folder.File("data"));
        var installer = new Installer(
            place,
            EngineBuild.OfThisProcess(),
            DotnetHost.Path(),
            TextWriter.Null,
            TimeProvider.System
        );
        await installer.InstallAsync(force: false, quick: true, TestContext.Current.CancellationToken);

        var (_, text) = await RunAsync(MachineWith(place), "doctor", "--json");

        using var report = JsonDocument.Parse(text);
        Assert.Equal($"ok: will start {place.KernelspecFolder}, this engine", Find(report, "VS Code"));
        Assert.Matches(@"\Aok: .* starts and runs a cell in \d+\.\d s; it is not compiled ahead", Find(report, "copy"));
        Assert.Equal(JsonValueKind.Number, report.RootElement.GetProperty("problems").ValueKind);
    }

    private Machine MachineWith(InstallPlace place) =>
        Machine.OfThisProcess() with
        {
            Variable = name => name == JupyterPaths.PathVariable ? place.DataFolder : null,
            Home = _folder.File("home"),
        };

    private static string Find(JsonDocument report, string subject)
    {
        var finding = report
            .RootElement.GetProperty("findings")
            .EnumerateArray()
            .First(finding => finding.GetProperty("subject").GetString() == subject);
        return $"{finding.GetProperty("level").GetString()}: {finding.GetProperty("text").GetString()}";
    }

    private async Task<(int ExitCode, string Text)> RunAsync(Machine machine, params string[] args)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var errors = new StringWriter();
        var terminal = new Terminal(output, errors, IsLive: false, _folder.Path);
        var command = new EngineCommand(engine.Runner, engine.Sessions, TimeProvider.System, terminal, machine);
        var exitCode = await command.InvokeAsync(args, TestContext.Current.CancellationToken);
        Assert.Equal("", errors.ToString());
        return (exitCode, output.ToString());
    }
}
