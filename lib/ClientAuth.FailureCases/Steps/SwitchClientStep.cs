using ClientAuth.FailureCases.Running;

namespace ClientAuth.FailureCases.Steps;

/// <summary>The operator switches the client off, or on again.</summary>
public sealed record SwitchClientStep : CaseStep
{
    public required bool On { get; init; }

    internal override Task RunAsync(CaseRun run, string label, CancellationToken cancellationToken)
    {
        var id = run.ClientFor(method: null, other: false).Id;
        if (On)
        {
            run.Server.Clients.Enable(id);
        }
        else
        {
            run.Server.Clients.Disable(id);
        }

        return Task.CompletedTask;
    }
}
