using ClientAuth.FailureCases.Changes;
using ClientAuth.FailureCases.Judging;
using ClientAuth.FailureCases.Running;

namespace ClientAuth.FailureCases.Steps;

/// <summary>A further request. Without changes it is good, and a token must be issued.</summary>
public sealed record RequestStep : CaseStep
{
    /// <summary>A name for its results: <c>{name.access_token}</c>, <c>{name.header.dpop-nonce}</c>, <c>{name.sent.client_assertion}</c>.</summary>
    public string? As { get; init; }

    /// <summary>The method whose standard client sends it; the method of the case where it is left out.</summary>
    public string? Method { get; init; }

    /// <summary>Sent by the other client of the method, in place of the case's own.</summary>
    public bool ByOther { get; init; }

    /// <summary>The endpoint of the case where it is left out.</summary>
    public string? Endpoint { get; init; }

    /// <summary>With the <c>jti</c> of the case's own request; otherwise with a new one.</summary>
    public bool SameCredential { get; init; }

    /// <summary>With the secret of the last rotation, in place of the one before.</summary>
    public bool WithNewSecret { get; init; }

    /// <summary>How often; each time it is built again.</summary>
    public int? Times { get; init; }

    public IReadOnlyList<RequestChange> Send
    {
        get => field ?? [];
        init;
    }

    /// <summary>The expected result; a token where it is left out.</summary>
    public Expectation? Expect { get; init; }

    internal override async Task RunAsync(CaseRun run, string label, CancellationToken cancellationToken)
    {
        for (var time = 0; time < (Times ?? 1); time++)
        {
            await run.SendAsync(
                label,
                new RequestPlan(
                    WithNewSecret ? run.RotatedClient : run.ClientFor(Method, ByOther),
                    Endpoint ?? run.Endpoint,
                    SameCredential,
                    Send,
                    Expect ?? new Expectation { Issued = true },
                    As
                ),
                cancellationToken
            );
        }
    }
}
