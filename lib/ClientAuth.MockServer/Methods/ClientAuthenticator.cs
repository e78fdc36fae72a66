using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Reading;
using ClientAuth.MockServer.Registrations;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Methods;

/// <summary>
/// Finds out who the client is, in a fixed order: read everything presented and refuse two mechanisms
/// (<see cref="Presentation"/>), find the client, compare with its registered method, verify (<see cref="MethodVerifier"/>).
/// Nothing is spent here. An unknown client takes the same way with a decoy, so that it takes as long.
/// </summary>
internal sealed class ClientAuthenticator(
    RegisteredClients clients,
    IReadOnlyList<MethodVerifier> verifiers,
    DecoyKeys decoyKeys,
    bool worksEvenly,
    FailureThrottle throttle
)
{
    private readonly Presentation _presentation = new([
        .. verifiers.Select(verifier => verifier.Reader).OfType<CredentialReader>().Distinct(),
    ]);

    // Null without the defence: see Defence.EvenWork.
    private readonly DecoyVerification? _decoys = worksEvenly ? new(verifiers, decoyKeys) : null;

    /// <summary>The client, or null where a check failed.</summary>
    public async Task<AuthenticatedClient?> AuthenticateAsync(
        FormRequest request,
        CheckTrace trace,
        CancellationToken cancellationToken
    )
    {
        if (
            _presentation.Read(request, trace) is not { } credential
            || Identify(request, credential, trace) is not { } clientId
        )
        {
            return null;
        }

        var verification = trace.Branch();
        var authenticated = await VerifyAsync(clientId, credential, verification, cancellationToken);
        var proven = credential.Proof is { } proof && verification.HasPassed(proof);
        if (credential.Guessable is { } mechanism && !throttle.Admit(clientId, mechanism, proven, trace))
        {
            return null;
        }

        trace.Append(verification);
        return authenticated;
    }

    private async Task<AuthenticatedClient?> VerifyAsync(
        string clientId,
        PresentedCredential credential,
        CheckTrace trace,
        CancellationToken cancellationToken
    )
    {
        var registered = clients.Get(clientId);
        var client = registered ?? new RegisteredClient(credential.Decoy(clientId, decoyKeys));
        var verifier = verifiers.Single(verifier => verifier.Method == client.Metadata.TokenEndpointAuthMethod);
        var authenticated =
            trace.Check(
                Rules.ClientKnown,
                registered is not null,
                "a registered client",
                Quote.Identifier(clientId, clients.Has)
            )
            && CheckEnabled(client, trace)
            && CheckMethod(verifier, credential, trace)
                ? await verifier.VerifyAsync(client, credential, trace, cancellationToken)
                : null;
        if (authenticated is null && _decoys is not null)
        {
            await _decoys.CatchUpAsync(clientId, credential, trace, cancellationToken);
        }

        return authenticated;
    }

    // A credential that contradicts itself is looked up by its subject, so that its own checks can show the contradiction.
    private string? Identify(FormRequest request, PresentedCredential credential, CheckTrace trace)
    {
        var parameter = request.Form[TokenParameters.ClientId];
        var claimed = credential.ClientId;
        var clientId = parameter ?? claimed ?? credential.Subject;
        return
            trace.Check(
                Rules.ClientIdentified,
                clientId is { Length: > 0 },
                "a client identifier",
                Quote.Identifier(clientId, clients.Has)
            )
            && trace.Check(
                Rules.ClientIdAgrees,
                parameter is null || claimed is null || parameter == claimed,
                "the same client in parameter and credential",
                claimed is null || parameter is null
                    ? $"{Quote.Identifier(clientId, clients.Has)} alone"
                    : $"{Quote.Identifier(parameter, clients.Has)} and {Quote.Identifier(claimed, clients.Has)}"
            )
            ? clientId
            : null;
    }

    private static bool CheckEnabled(RegisteredClient client, CheckTrace trace) =>
        trace.Check(
            Rules.ClientEnabled,
            !client.IsDisabled,
            "a client that is switched on",
            client.IsDisabled ? "switched off" : "switched on"
        );

    private static bool CheckMethod(MethodVerifier verifier, PresentedCredential credential, CheckTrace trace) =>
        trace.Check(Rules.ClientMethod, verifier.Expects(credential), verifier.Method, credential.Mechanism);
}
