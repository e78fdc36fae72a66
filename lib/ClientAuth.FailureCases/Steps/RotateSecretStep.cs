using ClientAuth.FailureCases.Running;

namespace ClientAuth.FailureCases.Steps;

/// <summary>The client gets another secret. The case goes on with the one before, except where a request says otherwise.</summary>
public sealed record RotateSecretStep : CaseStep
{
    /// <summary>How long the secret before stays good.</summary>
    public required int OverlapSeconds { get; init; }

    internal override Task RunAsync(CaseRun run, string label, CancellationToken cancellationToken)
    {
        run.RotateSecret(TimeSpan.FromSeconds(OverlapSeconds));
        return Task.CompletedTask;
    }
}
