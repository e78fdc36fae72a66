using ClientAuth.FailureCases.Running;

namespace ClientAuth.FailureCases.Steps;

/// <summary>The host of the client's keys answers something else from now on.</summary>
public sealed record PublishStep : CaseStep
{
    public required KeySetPublication Answer { get; init; }

    internal override Task RunAsync(CaseRun run, string label, CancellationToken cancellationToken)
    {
        run.JwksHost.Publish(Answer, run.Values);
        return Task.CompletedTask;
    }
}
