using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Dpop;
using ClientAuth.MockServer.Jwt;
using ClientAuth.MockServer.Registrations;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Methods;

/// <summary>
/// Verifies one registered method. One file per method: with its credential, where no other method has the same. To add a method,
/// list its verifier in <c>AuthenticationComposition</c>; nothing else knows the methods.
/// </summary>
/// <param name="method">One of <see cref="TokenEndpointAuthMethods"/>.</param>
/// <param name="reader">Takes the credential off a request; null for a method that presents none.</param>
internal abstract class MethodVerifier(string method, CredentialReader? reader = null)
{
    public string Method => method;

    public CredentialReader? Reader => reader;

    /// <summary>Whether a client of this method presents such a credential.</summary>
    public abstract bool Expects(PresentedCredential credential);

    /// <summary>The authenticated client, or null where a check failed.</summary>
    public abstract Task<AuthenticatedClient?> VerifyAsync(
        RegisteredClient client,
        PresentedCredential credential,
        CheckTrace trace,
        CancellationToken cancellationToken
    );

    protected static Task<AuthenticatedClient?> When(bool verified, RegisteredClient client, SingleUse? use = null) =>
        Task.FromResult(verified ? new AuthenticatedClient(client.Metadata, use) : null);
}

/// <summary>A client that has proven who it is, as far as its method goes.</summary>
/// <param name="Client">Its registration.</param>
/// <param name="Use">The assertion that is still to be spent; null for methods without one.</param>
internal sealed record AuthenticatedClient(ClientMetadata Client, SingleUse? Use)
{
    /// <summary>The DPoP proof that came with the request, verified and still to be spent; null without one.</summary>
    public DpopProof? Proof { get; init; }
}
