using ClientAuth.MockServer.Assertions;
using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.KeySets;
using ClientAuth.MockServer.Reading;
using ClientAuth.MockServer.Registrations;
using ClientAuth.MockServer.Weaknesses;
using ClientAuth.Protocol;
using Microsoft.IdentityModel.Tokens;

namespace ClientAuth.MockServer.Methods;

/// <summary><c>private_key_jwt</c>: an assertion signed with a key that only the client holds (OpenID Connect Core §9).</summary>
/// <param name="assertions">Verify it.</param>
/// <param name="clientKeys">What is registered.</param>
/// <param name="keyIdPolicy">Whether an assertion must name its key.</param>
/// <param name="headerAlgorithm">Does nothing, unless a defence is switched off.</param>
/// <param name="headerKeys">Does nothing, unless a defence is switched off.</param>
internal sealed class PrivateKeyJwt(
    AssertionChecks assertions,
    ClientKeys clientKeys,
    KeyIdPolicy keyIdPolicy,
    HeaderAlgorithm headerAlgorithm,
    HeaderKeys headerKeys
) : MethodVerifier(TokenEndpointAuthMethods.PrivateKeyJwt)
{
    public override bool Expects(PresentedCredential credential) => credential is PresentedCredential.Assertion;

    public override async Task<AuthenticatedClient?> VerifyAsync(
        RegisteredClient client,
        PresentedCredential credential,
        CheckTrace trace,
        CancellationToken cancellationToken
    )
    {
        if (credential is not PresentedCredential.Assertion { Jwt: var jwt })
        {
            return null;
        }

        using var candidates = new CandidateKeys(jwt, keyIdPolicy);
        async Task<IReadOnlyList<SecurityKey>?> FindAsync() =>
            await clientKeys.FindAsync(client, candidates.IsNamed, trace, cancellationToken) is { } keys
                ? headerAlgorithm.KeysFor(jwt, keys, trace)
                    ?? candidates.Find(await headerKeys.WithThoseOfAsync(jwt, keys), trace)
                : null;
        var use = await assertions.CheckAsync(client.Metadata, jwt, Algorithms(client.Metadata), FindAsync, trace);
        return await When(use is not null, client, use);
    }

    private static IReadOnlyList<string> Algorithms(ClientMetadata client) =>
        client.TokenEndpointAuthSigningAlg is { } alg ? [alg] : SignatureAlgorithms.Asymmetric;
}
