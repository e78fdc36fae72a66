using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Jwt;
using ClientAuth.MockServer.Options;
using ClientAuth.MockServer.Registrations;
using ClientAuth.Protocol;
using Microsoft.IdentityModel.Tokens;

namespace ClientAuth.MockServer.Methods;

/// <summary>
/// Verifies a client assertion (RFC 7523 §3) in two steps: its header, and, once its method has found the keys, signature and
/// claims. The server decides by registration; the header only has to agree with it. Nothing is spent here.
/// </summary>
/// <param name="options">What the operator has chosen about assertions.</param>
/// <param name="audience">Whether an assertion is meant for this server.</param>
/// <param name="clients">Whose identifiers a trace may quote.</param>
/// <param name="skew">How far the clocks of client and server may differ.</param>
/// <param name="switchedOff">Defences that the server goes without.</param>
/// <param name="clock">The server's.</param>
internal sealed class AssertionChecks(
    AssertionOptions options,
    AudienceChecks audience,
    RegisteredClients clients,
    TimeSpan skew,
    IReadOnlyList<Defence> switchedOff,
    TimeProvider clock
)
{
    /// <param name="jwt">What the client sent.</param>
    /// <param name="registered">The algorithms that its registration allows.</param>
    /// <param name="trace">Where every check leaves its line.</param>
    public bool CheckHeader(DecodedJwt jwt, IReadOnlyList<string> registered, CheckTrace trace)
    {
        var isRequired = options.TypPolicy == TypPolicy.Required;
        return CheckAlg(jwt, registered, trace)
            && JwsChecks.CheckTyp(
                jwt,
                JwtTypes.ClientAuthentication,
                isRequired ? Rules.TypRequired : Rules.Typ,
                trace,
                orPlain: !isRequired
            )
            && CheckCrit(jwt, trace);
    }

    /// <summary>Signature, then claims: the use to be spent, or null where a check failed.</summary>
    /// <param name="client">The registered client.</param>
    /// <param name="jwt">An assertion whose header has been checked.</param>
    /// <param name="keys">The client's keys that fit it.</param>
    /// <param name="trace">Where every check leaves its line.</param>
    public SingleUse? Check(ClientMetadata client, DecodedJwt jwt, IReadOnlyList<SecurityKey> keys, CheckTrace trace) =>
        CheckSignature(jwt, keys, trace)
        && CheckIs(Rules.Iss, "iss", client, jwt, trace)
        && CheckIs(Rules.Sub, "sub", client, jwt, trace)
        && audience.Check(jwt, Rules.Aud, trace)
        && CheckTimes(jwt, trace) is { } until
        && ClaimChecks.CheckJti(jwt, Rules.Jti, trace)
            ? new SingleUse(client.ClientId, jwt.ClaimString("jti")!, until, Rules.JtiUnused)
            : null;

    private bool CheckAlg(DecodedJwt jwt, IReadOnlyList<string> registered, CheckTrace trace) =>
        HeaderDecides(jwt, registered)
            ? trace.LookAway(Rules.Alg, Defence.AlgorithmOfRegistration, Quote.Member(jwt.Header, "alg"))
            : JwsChecks.CheckAlg(
                jwt,
                [.. registered.Intersect(options.AssertionAlgorithms, StringComparer.Ordinal)],
                Rules.Alg,
                trace
            );

    // The secret of a client is the key of a MAC and of nothing else: there the header has nothing to choose.
    private bool HeaderDecides(DecodedJwt jwt, IReadOnlyList<string> registered) =>
        switchedOff.Contains(Defence.AlgorithmOfRegistration)
        && jwt.HeaderString("alg") is not null
        && !registered.Intersect(SignatureAlgorithms.Symmetric, StringComparer.Ordinal).Any();

    private bool CheckCrit(DecodedJwt jwt, CheckTrace trace) =>
        switchedOff.Contains(Defence.CriticalHeaders)
            ? trace.LookAway(Rules.Crit, Defence.CriticalHeaders, $"crit {Quote.Member(jwt.Header, "crit")}")
            : JwsChecks.CheckCrit(jwt, Rules.Crit, trace);

    private static bool CheckSignature(DecodedJwt jwt, IReadOnlyList<SecurityKey> keys, CheckTrace trace)
    {
        var place = JwsChecks.SignedBy(jwt, keys);
        return trace.Check(
            Rules.Signature,
            place is not null,
            $"a signature by {jwt.HeaderString("alg")} with the client's key",
            Quote.Bytes(jwt.Signature.Span)
                + (
                    place is null ? " that no registered key made"
                    : keys.Count == 1 ? ", verified with the registered key"
                    : $", verified with number {place + 1} of {keys.Count}"
                )
        );
    }

    private bool CheckIs(Rule rule, string claim, ClientMetadata client, DecodedJwt jwt, CheckTrace trace) =>
        trace.Check(
            rule,
            jwt.ClaimString(claim) == client.ClientId,
            Quote.Text(client.ClientId),
            Quote.Identifier(jwt.Payload, claim, clients.Has)
        );

    // When it can no longer be accepted, or null where a check failed.
    private DateTimeOffset? CheckTimes(DecodedJwt jwt, CheckTrace trace)
    {
        var times = new TimeChecks(jwt, clock.GetUtcNow(), skew, trace);
        return
            times.CheckExp(Rules.Exp)
            && times.CheckLifetime(Rules.Lifetime, options.MaximumAssertionLifetime)
            && times.CheckNbf(Rules.Nbf)
            && times.CheckIat(Rules.Iat, maximumAge: options.MaximumAssertionLifetime)
            ? TimeClaim.TimeOf(jwt, "exp") + skew
            : null;
    }
}
