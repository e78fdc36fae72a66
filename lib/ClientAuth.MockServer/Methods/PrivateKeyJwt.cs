using ClientAuth.MockServer.Assertions;
using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Reading;
using ClientAuth.MockServer.Registrations;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Methods;

/// <summary><c>private_key_jwt</c>: an assertion signed with a key that only the client holds (OpenID Connect Core §9).</summary>
internal sealed class PrivateKeyJwt(AssertionChecks assertions) : MethodVerifier(TokenEndpointAuthMethods.PrivateKeyJwt)
{
    public override bool Expects(PresentedCredential credential) => credential is PresentedCredential.Assertion;

    public override async Task<AuthenticatedClient?> VerifyAsync(
        RegisteredClient client,
        PresentedCredential credential,
        Trail trail,
        CancellationToken cancellationToken
    )
    {
        if (credential is not PresentedCredential.Assertion { Jwt: var jwt })
        {
            return null;
        }

        using var keys = new CandidateKeys(client.Metadata, jwt);
        var use = await assertions.CheckAsync(
            client.Metadata,
            jwt,
            Algorithms(client.Metadata),
            () => Task.FromResult(keys.Find(trail)),
            trail
        );
        return await When(use is not null, client, use);
    }

    private static IReadOnlyList<string> Algorithms(ClientMetadata client) =>
        client.TokenEndpointAuthSigningAlg is { } alg ? [alg] : SignatureAlgorithms.Asymmetric;
}
