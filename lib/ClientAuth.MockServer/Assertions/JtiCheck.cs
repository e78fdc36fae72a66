using ClientAuth.MockServer.Checks;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Assertions;

/// <summary>Whether a JWT that is good once has an identifier that can be remembered (RFC 7519 §4.1.7).</summary>
internal static class JtiCheck
{
    private const int MaximumLength = 255;

    public static bool Check(DecodedJwt jwt, Rule rule, CheckTrace trace) =>
        trace.Check(
            rule,
            jwt.ClaimString("jti") is { Length: > 0 and <= MaximumLength },
            $"a string of 1 to {MaximumLength} characters",
            Quote.Member(jwt.Payload, "jti")
        );
}
