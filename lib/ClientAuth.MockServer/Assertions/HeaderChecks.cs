using ClientAuth.MockServer.Checks;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Assertions;

/// <summary>The JOSE header of an assertion. The server decides by registration; the header only has to agree with it.</summary>
/// <param name="typPolicy">What <c>typ</c> must be.</param>
/// <param name="allowed">The algorithms of the server.</param>
/// <param name="switchedOff">Defences that the server goes without.</param>
internal sealed class HeaderChecks(
    TypPolicy typPolicy,
    IReadOnlyList<string> allowed,
    IReadOnlyList<Defence> switchedOff
)
{
    private const string OwnType = "client-authentication+jwt";

    public bool Check(DecodedJwt jwt, IReadOnlyList<string> algorithms, CheckTrace trace) =>
        CheckAlg(jwt, algorithms, trace) && CheckTyp(jwt, trace) && CheckCrit(jwt, trace);

    private bool CheckAlg(DecodedJwt jwt, IReadOnlyList<string> algorithms, CheckTrace trace)
    {
        if (HeaderDecides(jwt, algorithms))
        {
            return trace.LookAway(Rules.Alg, Defence.AlgorithmOfRegistration, Quote.Member(jwt.Header, "alg"));
        }

        var both = algorithms.Intersect(allowed, StringComparer.Ordinal).ToList();
        return trace.Check(
            Rules.Alg,
            jwt.HeaderString("alg") is { } alg && both.Contains(alg, StringComparer.Ordinal),
            both is [] ? "no algorithm: the server allows none of this client's" : string.Join(" or ", both),
            Quote.Member(jwt.Header, "alg")
        );
    }

    // The secret of a client is the key of a MAC and of nothing else: there the header has nothing to choose.
    private bool HeaderDecides(DecodedJwt jwt, IReadOnlyList<string> algorithms) =>
        switchedOff.Contains(Defence.AlgorithmOfRegistration)
        && jwt.HeaderString("alg") is not null
        && !algorithms.Intersect(SignatureAlgorithms.Symmetric, StringComparer.Ordinal).Any();

    private bool CheckCrit(DecodedJwt jwt, CheckTrace trace) =>
        switchedOff.Contains(Defence.CriticalHeaders)
            ? trace.LookAway(Rules.Crit, Defence.CriticalHeaders, $"crit {Quote.Member(jwt.Header, "crit")}")
            : CriticalExtensions.Check(jwt, Rules.Crit, trace);

    private bool CheckTyp(DecodedJwt jwt, CheckTrace trace)
    {
        var absent = !jwt.Header.TryGetProperty("typ", out _);
        var type = MediaType.WithoutPrefix(jwt.HeaderString("typ"));
        var own = string.Equals(type, OwnType, StringComparison.OrdinalIgnoreCase);
        var plain = absent || string.Equals(type, "JWT", StringComparison.OrdinalIgnoreCase);
        return trace.Check(
            typPolicy == TypPolicy.Required ? Rules.TypRequired : Rules.Typ,
            own || (plain && typPolicy == TypPolicy.Optional),
            typPolicy == TypPolicy.Required ? OwnType : $"{OwnType}, JWT or nothing",
            Quote.Member(jwt.Header, "typ")
        );
    }
}
