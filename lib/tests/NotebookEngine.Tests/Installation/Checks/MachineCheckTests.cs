using Microsoft.Extensions.Time.Testing;
using NotebookEngine.Installation;
using NotebookEngine.Installation.Checks;

namespace NotebookEngine.Tests.Installation.Checks;

/// <summary>The checks of what is below every kernel: SDK, network, clock, disk.</summary>
public sealed class MachineCheckTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Loopback_works_here() =>
        Assert.Equal(FindingLevel.Ok, (await RunAsync(new LoopbackCheck(TimeProvider.System))).Level);

    [Fact]
    public async Task The_SDK_is_named()
    {
        var finding = await RunAsync(new SdkCheck(DotnetHost.Path(), _folder.Path));

        Assert.Equal(FindingLevel.Ok, finding.Level);
        Assert.Matches(@"\A10\.0\.\d+.* \(.*dotnet", finding.Text);
    }

    [Fact]
    public async Task An_SDK_that_global_json_asks_for_in_vain_is_a_problem()
    {
        _folder.Write("global.json", """{ "sdk": { "version": "99.0.100" } }""");

        var finding = await RunAsync(new SdkCheck(DotnetHost.Path(), _folder.Path));

        Assert.Equal(FindingLevel.Problem, finding.Level);
        Assert.Contains("99.0.100", finding.Text, StringComparison.Ordinal);
        Assert.StartsWith("install the .NET SDK that global.json asks for", finding.Remedy);
    }

    [Fact]
    public async Task A_dotnet_that_does_not_start_is_a_problem()
    {
        var finding = await RunAsync(new SdkCheck(_folder.File("dotnet"), _folder.Path));

        Assert.Equal(FindingLevel.Problem, finding.Level);
        Assert.StartsWith($"{_folder.File("dotnet")} does not start: ", finding.Text);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(-59, true)]
    [InlineData(-61, false)]
    public async Task A_clock_behind_the_build_is_a_problem(int seconds, bool ok)
    {
        var built = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);
        File.SetLastWriteTimeUtc(_folder.Write("NotebookEngine.dll", ""), built.UtcDateTime);

        var finding = await RunAsync(
            new ClockCheck(new EngineBuild(_folder.Path), new FakeTimeProvider(built.AddSeconds(seconds)))
        );

        Assert.Equal(ok ? FindingLevel.Ok : FindingLevel.Problem, finding.Level);
        Assert.Equal(
            !ok,
            finding.Text.EndsWith("the build has a file of 2026-01-02 03:04:05 UTC", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_temp_folder_that_takes_no_file_is_a_problem()
    {
        Assert.Equal(FindingLevel.Ok, (await RunAsync(new TempFolderCheck(_folder.Path))).Level);
        Assert.Equal(FindingLevel.Problem, (await RunAsync(new TempFolderCheck(_folder.File("none")))).Level);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder.Path));
    }

    private static async Task<Finding> RunAsync(ICheck check) =>
        Assert.Single(await check.RunAsync(TestContext.Current.CancellationToken));
}
