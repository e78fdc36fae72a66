using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Reading;
using ClientAuth.MockServer.Registrations;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Methods;

/// <summary>
/// Finds out who the client is, in a fixed order: read everything presented and refuse two mechanisms
/// (<see cref="Presentation"/>), find the client, compare with its registered method, verify (<see cref="MethodVerifier"/>).
/// Nothing is spent here.
/// </summary>
internal sealed class ClientAuthenticator(
    RegisteredClients clients,
    IReadOnlyList<MethodVerifier> verifiers,
    SecretChecks secrets
)
{
    /// <summary>The client, or null where a check failed.</summary>
    public async Task<AuthenticatedClient?> AuthenticateAsync(
        FormRequest request,
        Trail trail,
        CancellationToken cancellationToken
    )
    {
        if (
            Presentation.Read(request, trail) is not { } credential
            || Identify(request, credential, trail) is not { } clientId
            || Find(clientId, credential, trail) is not { } client
        )
        {
            return null;
        }

        var verifier = verifiers.Single(verifier => verifier.Method == client.Metadata.TokenEndpointAuthMethod);
        return CheckMethod(verifier, credential, trail)
            ? await verifier.VerifyAsync(client, credential, trail, cancellationToken)
            : null;
    }

    // An assertion that contradicts itself is looked up by what it says, so that its own checks can show the contradiction.
    private static string? Identify(FormRequest request, PresentedCredential credential, Trail trail)
    {
        var parameter = request.Form[TokenParameters.ClientId];
        var claimed = credential.ClientId;
        var clientId = parameter ?? claimed ?? (credential as PresentedCredential.Assertion)?.Subject;
        return
            trail.Check(
                Rules.ClientIdentified,
                clientId is { Length: > 0 },
                "a client identifier",
                Quote.Text(clientId)
            )
            && trail.Check(
                Rules.ClientIdAgrees,
                parameter is null || claimed is null || parameter == claimed,
                "the same client in parameter and credential",
                claimed is null || parameter is null
                    ? "one identifier"
                    : $"{Quote.Text(parameter)} and {Quote.Text(claimed)}"
            )
            ? clientId
            : null;
    }

    private RegisteredClient? Find(string clientId, PresentedCredential credential, Trail trail)
    {
        var client = clients.Get(clientId);
        if (client is null)
        {
            CompareWithNobody(credential);
        }

        trail.Check(Rules.ClientKnown, client is not null, "a registered client", Quote.Text(clientId));
        return client;
    }

    private void CompareWithNobody(PresentedCredential credential)
    {
        switch (credential)
        {
            case PresentedCredential.Basic basic:
                secrets.CompareWithNobody(basic.Secret);
                break;
            case PresentedCredential.BodySecret body:
                secrets.CompareWithNobody(body.Secret);
                break;
        }
    }

    private static bool CheckMethod(MethodVerifier verifier, PresentedCredential credential, Trail trail) =>
        trail.Check(Rules.ClientMethod, verifier.Expects(credential), verifier.Method, credential.Mechanism);
}
