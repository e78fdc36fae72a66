using ClientAuth.MockServer.Checks;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Jwt;

/// <summary>Registered claims that hold text (RFC 7519 §4.1): who speaks, about whom, and the identifier. To whom: <see cref="AudienceChecks"/>; times: <see cref="TimeChecks"/>.</summary>
internal static class ClaimChecks
{
    private const int LongestJti = 255;

    /// <summary>Whether a claim is exactly this text.</summary>
    public static bool CheckIs(DecodedJwt jwt, string claim, string expected, Rule rule, CheckTrace trace) =>
        trace.Check(rule, jwt.ClaimString(claim) == expected, Quote.Text(expected), Quote.Member(jwt.Payload, claim));

    /// <summary>Whether a JWT that is good once has an identifier that can be remembered (RFC 7519 §4.1.7).</summary>
    public static bool CheckJti(DecodedJwt jwt, Rule rule, CheckTrace trace) =>
        trace.Check(
            rule,
            jwt.ClaimString("jti") is { Length: > 0 and <= LongestJti },
            $"a string of 1 to {LongestJti} characters",
            Quote.Member(jwt.Payload, "jti")
        );
}
