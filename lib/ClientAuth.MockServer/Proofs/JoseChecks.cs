using ClientAuth.MockServer.Assertions;
using ClientAuth.MockServer.Checks;
using ClientAuth.Protocol;
using Microsoft.IdentityModel.Tokens;

namespace ClientAuth.MockServer.Proofs;

/// <summary>Header and signature of one kind of JWT that says what it is by its <c>typ</c> (RFC 8725 §3.11).</summary>
/// <param name="rules">What the kind must be.</param>
/// <param name="algorithms">What it may be signed with; none of them symmetric.</param>
internal sealed class JoseChecks(JoseRules rules, IReadOnlyList<string> algorithms)
{
    public bool CheckHeader(DecodedJwt jwt, CheckTrace trace) =>
        CheckTyp(jwt, trace) && CheckAlg(jwt, trace) && CriticalExtensions.Check(jwt, rules.Crit, trace);

    /// <param name="jwt">A JWT whose header has been checked.</param>
    /// <param name="keys">Keys that fit its algorithm.</param>
    /// <param name="whose">Whose key it is, for the trace.</param>
    /// <param name="trace">Where the check leaves its line.</param>
    public bool CheckSignature(DecodedJwt jwt, IReadOnlyList<SecurityKey> keys, string whose, CheckTrace trace)
    {
        var holds = SignatureCheck.Holds(jwt, keys);
        return trace.Check(
            rules.Signature,
            holds,
            $"a signature by {jwt.HeaderString("alg")} with {whose}",
            Quote.Bytes(jwt.Signature.Span) + (holds ? $", verified with {whose}" : $" that {whose} did not make")
        );
    }

    private bool CheckTyp(DecodedJwt jwt, CheckTrace trace) =>
        trace.Check(
            rules.Typ,
            string.Equals(
                MediaType.WithoutPrefix(jwt.HeaderString("typ")),
                rules.Type,
                StringComparison.OrdinalIgnoreCase
            ),
            rules.Type,
            Quote.Member(jwt.Header, "typ")
        );

    private bool CheckAlg(DecodedJwt jwt, CheckTrace trace) =>
        trace.Check(
            rules.Alg,
            jwt.HeaderString("alg") is { } alg && algorithms.Contains(alg, StringComparer.Ordinal),
            string.Join(" or ", algorithms),
            Quote.Member(jwt.Header, "alg")
        );
}
