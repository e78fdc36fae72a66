using TestHosts;
using Xunit.Sdk;
using Xunit.v3;

[assembly: TestPipelineStartup(typeof(TestHost))]

namespace TestHosts;

/// <summary>
/// Sees to it that nothing outlives the tests, however they end: not the processes that they have started, and not this process of
/// theirs when the one that has started it, such as <c>dotnet test</c>, has gone. Nothing of theirs is recorded as a person's progress.
/// </summary>
public sealed class TestHost : ITestPipelineStartup
{
    private IDisposable? _children;

    public ValueTask StartAsync(IMessageSink diagnosticMessageSink)
    {
        // What a test solves is no progress of the person who runs it. The processes that tests start inherit this.
        Environment.SetEnvironmentVariable("NOTEBOOK_PROGRESS", "off");
        _children = OperatingSystem.IsWindows() ? KillOnCloseJob.Enter() : ChildReaper.Start();
        StarterWatch.Start();
        return ValueTask.CompletedTask;
    }

    public ValueTask StopAsync()
    {
        _children?.Dispose();
        return ValueTask.CompletedTask;
    }
}
