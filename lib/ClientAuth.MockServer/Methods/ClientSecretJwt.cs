using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Jwt;
using ClientAuth.MockServer.Registrations;
using ClientAuth.Protocol;
using Microsoft.IdentityModel.Tokens;

namespace ClientAuth.MockServer.Methods;

/// <summary><c>client_secret_jwt</c>: an assertion with a MAC keyed by the secret (OpenID Connect Core §9).</summary>
internal sealed class ClientSecretJwt(AssertionChecks assertions, SecretChecks secrets)
    : MethodVerifier(TokenEndpointAuthMethods.ClientSecretJwt, ClientAssertion.Reader)
{
    public override bool Expects(PresentedCredential credential) => credential is ClientAssertion;

    public override Task<AuthenticatedClient?> VerifyAsync(
        RegisteredClient client,
        PresentedCredential credential,
        CheckTrace trace,
        CancellationToken cancellationToken
    )
    {
        var use =
            credential is ClientAssertion { Jwt: var jwt }
            && assertions.CheckHeader(jwt, Algorithms(client.Metadata), trace)
            && FindKeys(client, jwt, trace) is { } keys
                ? assertions.Check(client.Metadata, jwt, keys, trace)
                : null;
        return When(use is not null, client, use);
    }

    private static IReadOnlyList<string> Algorithms(ClientMetadata client) =>
        client.TokenEndpointAuthSigningAlg is { } alg ? [alg] : SignatureAlgorithms.Symmetric;

    private static string Lengths(IReadOnlyList<DatedSecret> secrets) =>
        $"{(secrets.Count == 1 ? "a secret" : $"{secrets.Count} secrets")} of "
        + $"{string.Join(" and ", secrets.Select(secret => secret.Value.RevealBytes().Length))} bytes";

    private IReadOnlyList<SecurityKey>? FindKeys(RegisteredClient client, DecodedJwt jwt, CheckTrace trace)
    {
        var alg = jwt.HeaderString("alg")!;
        var minimum = MacKeySizes.Minimum(alg);
        var fitting = client.Secrets.Where(secret => secret.Value.RevealBytes().Length >= minimum).ToList();
        // Where none fits, the trace describes them all.
        var usable = fitting is [] ? client.Secrets : fitting;
        var found = trace.Check(
            Rules.Key,
            fitting is not [],
            $"a registered secret of at least {minimum} bytes for {alg}",
            Lengths(usable)
        );
        return found && secrets.TakeValid(usable, trace) is { } valid
            ? [.. valid.Select(secret => new SymmetricSecurityKey(secret.RevealBytes()))]
            : null;
    }
}
