using ClientAuth.MockServer.Assertions;
using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Reading;
using ClientAuth.MockServer.Registrations;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Methods;

/// <summary>Verifies one registered method. One file per method; reading what was presented is done elsewhere.</summary>
internal abstract class MethodVerifier(string method)
{
    /// <summary>One of <see cref="TokenEndpointAuthMethods"/>.</summary>
    public string Method => method;

    /// <summary>Whether a client of this method presents such a credential.</summary>
    public abstract bool Expects(PresentedCredential credential);

    /// <summary>The authenticated client, or null where a check failed.</summary>
    public abstract Task<AuthenticatedClient?> VerifyAsync(
        RegisteredClient client,
        PresentedCredential credential,
        CheckTrace trace,
        CancellationToken cancellationToken
    );

    protected static Task<AuthenticatedClient?> When(
        bool verified,
        RegisteredClient client,
        AssertionUse? use = null
    ) => Task.FromResult(verified ? new AuthenticatedClient(client.Metadata, use) : null);
}
