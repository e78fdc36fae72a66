using System.Text;
using ClientAuth.MockServer.Assertions;
using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Reading;
using ClientAuth.MockServer.Registrations;
using ClientAuth.Protocol;
using Microsoft.IdentityModel.Tokens;

namespace ClientAuth.MockServer.Methods;

/// <summary><c>client_secret_jwt</c>: an assertion with a MAC keyed by the secret (OpenID Connect Core §9).</summary>
internal sealed class ClientSecretJwt(AssertionChecks assertions, SecretChecks secrets)
    : MethodVerifier(TokenEndpointAuthMethods.ClientSecretJwt)
{
    public override bool Expects(PresentedCredential credential) => credential is PresentedCredential.Assertion;

    public override Task<AuthenticatedClient?> VerifyAsync(
        RegisteredClient client,
        PresentedCredential credential,
        Trail trail,
        CancellationToken cancellationToken
    )
    {
        if (credential is not PresentedCredential.Assertion { Jwt: var jwt })
        {
            return When(false, client);
        }

        var use = assertions.Check(
            client.Metadata,
            jwt,
            Algorithms(client.Metadata),
            () => FindKey(client, jwt, trail),
            trail
        );
        return When(use is not null, client, use);
    }

    private static IReadOnlyList<string> Algorithms(ClientMetadata client) =>
        client.TokenEndpointAuthSigningAlg is { } alg ? [alg] : SignatureAlgorithms.Symmetric;

    private IReadOnlyList<SecurityKey> FindKey(RegisteredClient client, DecodedJwt jwt, Trail trail)
    {
        var secret = Encoding.UTF8.GetBytes(client.Metadata.ClientSecret ?? "");
        var alg = jwt.HeaderString("alg")!;
        var minimum = MacKeySizes.Minimum(alg);
        var found = trail.Check(
            Rules.Key,
            secret.Length >= minimum,
            $"a registered secret of at least {minimum} bytes for {alg}",
            secret.Length >= minimum ? "such a secret" : "a shorter one"
        );
        return found && secrets.CheckNotExpired(client, trail) ? [new SymmetricSecurityKey(secret)] : [];
    }
}
