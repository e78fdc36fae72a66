using ClientAuth.FailureCases.Fixtures;
using ClientAuth.FailureCases.Running;

namespace ClientAuth.FailureCases.Steps;

/// <summary>The host of the client's keys responds differently from now on.</summary>
public sealed record PublishStep : CaseStep
{
    public required KeySetPublication Response { get; init; }

    internal override Task RunAsync(CaseRun run, string label, CancellationToken cancellationToken)
    {
        run.JwksHost.Publish(Response, run.Values);
        return Task.CompletedTask;
    }
}
