using NotebookEngine.FrontEnds.Tests.Execution;
using NotebookEngine.FrontEnds.Tests.Processes;
using NotebookEngine.Running;

[assembly: AssemblyFixture(typeof(NotebookEngine.FrontEnds.Tests.InstalledKernel))]

namespace NotebookEngine.FrontEnds.Tests;

/// <summary>
/// The kernel, installed by the engine's own command into a data folder below the build's: an unchanged engine is not copied again by
/// the next run. It is not compiled ahead of time, which takes longer than these tests could gain by it.
/// </summary>
public sealed class InstalledKernel : IAsyncLifetime
{
    /// <summary>The engine's program, as the build has put it beside the tests.</summary>
    internal static string Engine => typeof(NotebookRunner).Assembly.Location;

    internal static string DotNet => Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";

    internal static string DataFolder => Path.Combine(Artifacts.Folder, "jupyter");

    public async ValueTask InitializeAsync()
    {
        if (!OperatingSystem.IsLinux() || !AnyFrontEnd)
        {
            // Every test that would use it is skipped, with the reason, or fails where every tool is promised.
            return;
        }

        await using var install = RunningProgram.Start(
            DotNet,
            [Engine, "install", "--quick", "--data-dir", DataFolder],
            Checkout.Root,
            new Dictionary<string, string>(),
            package: "nothing: it is the .NET SDK"
        );
        var exitCode = await install.EndAsync();
        Assert.True(exitCode == 0, install.Output);
    }

    private static bool AnyFrontEnd =>
        NotebookTool.Nbclient.IsThere()
        || NotebookTool.Nbconvert.IsThere()
        || RequiredTools.IsThere("jupyter-notebook");

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
