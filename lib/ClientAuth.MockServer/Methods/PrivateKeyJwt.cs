using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Jwt;
using ClientAuth.MockServer.Options;
using ClientAuth.MockServer.Registrations;
using ClientAuth.MockServer.Weaknesses;
using ClientAuth.Protocol;
using Microsoft.IdentityModel.Tokens;

namespace ClientAuth.MockServer.Methods;

/// <summary>
/// <c>private_key_jwt</c>: an assertion signed with a key that only the client holds (OpenID Connect Core §9). The header's
/// <c>kid</c> picks among the client's keys and is nothing but a name; <c>jku</c>, <c>jwk</c>, <c>x5u</c> and <c>x5c</c> are not
/// followed (RFC 8725 §3.10). Without a <c>kid</c>, or where keys share one, each key that fits is tried, up to a bound.
/// </summary>
/// <param name="assertions">Verify it.</param>
/// <param name="clientKeys">What is registered.</param>
/// <param name="choice">Which of the keys are tried.</param>
/// <param name="header">Chooses in place of the registration; null, unless a defence is switched off.</param>
internal sealed class PrivateKeyJwt(
    AssertionChecks assertions,
    ClientKeys clientKeys,
    KeyChoice choice,
    HeaderChoice? header
) : MethodVerifier(TokenEndpointAuthMethods.PrivateKeyJwt, ClientAssertion.Reader)
{
    private readonly ImportedKeys _imported = new();

    private static readonly string[] IgnoredHeaders = ["jku", "jwk", "x5u", "x5c"];

    public override bool Expects(PresentedCredential credential) => credential is ClientAssertion;

    public override async Task<AuthenticatedClient?> VerifyAsync(
        RegisteredClient client,
        PresentedCredential credential,
        CheckTrace trace,
        CancellationToken cancellationToken
    )
    {
        if (
            credential is not ClientAssertion { Jwt: var jwt }
            || !assertions.CheckHeader(jwt, Algorithms(client.Metadata), trace)
        )
        {
            return null;
        }

        var keys = await FindKeysAsync(client, jwt, trace, cancellationToken);
        return keys is not null && assertions.Check(client.Metadata, jwt, keys, trace) is { } use
            ? new AuthenticatedClient(client.Metadata, use)
            : null;
    }

    private static IReadOnlyList<string> Algorithms(ClientMetadata client) =>
        client.TokenEndpointAuthSigningAlg is { } alg ? [alg] : SignatureAlgorithms.Asymmetric;

    private async Task<IReadOnlyList<SecurityKey>?> FindKeysAsync(
        RegisteredClient client,
        DecodedJwt jwt,
        CheckTrace trace,
        CancellationToken cancellationToken
    )
    {
        var registered = await clientKeys.FindAsync(
            client,
            key => PublicKeys.IsNamed(key, jwt),
            trace,
            cancellationToken
        );
        if (registered is null)
        {
            return null;
        }

        if (header?.ByAlgorithm(jwt, registered, trace) is { } chosen)
        {
            return chosen;
        }

        var candidates = header is null ? registered : await header.WithThoseOfAsync(jwt, registered);
        return Fitting(candidates, jwt, choice, trace) is { } fitting ? [.. fitting.Select(_imported.Of)] : null;
    }

    /// <summary>Those of a client's keys that may have signed the assertion, or null where the check failed: none fits, or too many.</summary>
    internal static IReadOnlyList<Jwk>? Fitting(
        IReadOnlyList<Jwk> keys,
        DecodedJwt jwt,
        KeyChoice choice,
        CheckTrace trace
    )
    {
        var alg = jwt.HeaderString("alg")!;
        var mustName = choice.Policy == KeyIdPolicy.RequiredAmongSeveral && keys.Count > 1;
        var mayBeMeant = !mustName || jwt.Header.TryGetProperty("kid", out _);
        var fitting = KeyFit.Fitting(keys, jwt, alg, out var misfits);
        var tooMany = mayBeMeant && fitting.Count > choice.Most;
        var ignored = IgnoredHeaders.Where(name => jwt.Header.TryGetProperty(name, out _)).ToList();
        var meant = mayBeMeant ? fitting.Count : 0;
        return trace.Check(
            Rules.Key,
            meant > 0 && !tooMany,
            $"a registered key for {alg}"
                + (mustName ? ", named by its kid" : "")
                + (tooMany ? $", named by its kid where more than {choice.Most} fit" : ""),
            $"kid {Quote.Member(jwt.Header, "kid")}, {meant} of {keys.Count} registered keys{misfits}"
                + (ignored is [] ? "" : $"; {string.Join(", ", ignored)} ignored")
        )
            ? fitting
            : null;
    }
}

/// <summary>How the key of an assertion is found among those of its client.</summary>
/// <param name="Policy">Whether an assertion may leave the <c>kid</c> out where there are several keys.</param>
/// <param name="Most">How many keys may fit; where more do, none is tried.</param>
internal sealed record KeyChoice(KeyIdPolicy Policy, int Most);
