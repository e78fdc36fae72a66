using ClientAuth.FailureCases.Running;

namespace ClientAuth.FailureCases.Steps;

/// <summary>The server's clock is set forward, or back by a negative number; otherwise it stands still for the whole case.</summary>
public sealed record ClockStep : CaseStep
{
    public required int Seconds { get; init; }

    internal override Task RunAsync(CaseRun run, string label, CancellationToken cancellationToken)
    {
        run.Clock.Advance(TimeSpan.FromSeconds(Seconds));
        return Task.CompletedTask;
    }
}
