using static ClientAuth.MockServer.Tests.Assertions.AssertionCase;

namespace ClientAuth.MockServer.Tests.Assertions;

/// <summary>Every claim and header parameter wrong in turn; the same for both JWT methods.</summary>
internal static class WrongAssertions
{
    private const string Endpoint = "https://localhost/token";

    public static Dictionary<string, AssertionCase> ByName { get; } =
        new()
        {
            ["no iss"] = Without("iss", CheckNames.AssertionIss),
            ["iss of another"] = Claim("iss", "basic", CheckNames.AssertionIss),
            ["iss a number"] = Claim("iss", 1, CheckNames.AssertionIss),
            ["no sub"] = Without("sub", CheckNames.AssertionSub),
            ["sub of another"] = Claim("sub", "basic", CheckNames.AssertionSub),
            ["sub an array"] = Claim("sub", new[] { "signer" }, CheckNames.AssertionSub),
            ["no aud"] = Without("aud", CheckNames.AssertionAud),
            ["aud of another server"] = Claim("aud", "https://other.example", CheckNames.AssertionAud),
            ["aud a token endpoint elsewhere"] = Claim("aud", Endpoint, CheckNames.AssertionAud),
            ["aud a number"] = Claim("aud", 1, CheckNames.AssertionAud),
            ["aud an object"] = Claim("aud", new { a = 1 }, CheckNames.AssertionAud),
            ["aud empty"] = Claim("aud", "", CheckNames.AssertionAud),
            ["aud an empty array"] = Claim("aud", Array.Empty<string>(), CheckNames.AssertionAud),
            ["aud the issuer and a slash"] = new((a, _) => a.Claims["aud"] += "/", CheckNames.AssertionAud),
            ["aud the issuer in capitals"] = new(
                (a, _) => a.Claims["aud"] = $"{a.Claims["aud"]}".ToUpperInvariant(),
                CheckNames.AssertionAud
            ),
            ["aud the issuer and another"] = new(
                (a, _) => a.Claims["aud"] = new[] { a.Claims["aud"], "https://other.example" },
                CheckNames.AssertionAud
            ),
            ["no exp"] = Without("exp", CheckNames.AssertionExp),
            ["exp five minutes ago"] = Time("exp", -300, CheckNames.AssertionExp),
            ["exp as long ago as the skew"] = Time("exp", -10, CheckNames.AssertionExp),
            ["exp a string"] = Claim("exp", "4102444800", CheckNames.AssertionExp),
            ["exp true"] = Claim("exp", true, CheckNames.AssertionExp),
            ["exp beyond every number"] = Raw("exp", "1e400", CheckNames.AssertionExp),
            ["exp beyond every date"] = Raw("exp", "1e15", CheckNames.AssertionExp),
            ["exp at the end of time"] = Claim("exp", 253402300799, CheckNames.AssertionLifetime),
            ["exp negative"] = Claim("exp", -1, CheckNames.AssertionExp),
            ["exp in ten years"] = Time("exp", 315_360_000, CheckNames.AssertionLifetime),
            ["exp just beyond the longest life"] = Time("exp", 312, CheckNames.AssertionLifetime),
            ["nbf in a minute"] = Time("nbf", 61, CheckNames.AssertionNbf),
            ["nbf a string"] = Claim("nbf", "0", CheckNames.AssertionNbf),
            ["nbf null"] = Claim("nbf", null, CheckNames.AssertionNbf),
            ["iat in a minute"] = Time("iat", 61, CheckNames.AssertionIat),
            ["iat an hour ago"] = Time("iat", -3600, CheckNames.AssertionIat),
            ["iat a string"] = Claim("iat", "0", CheckNames.AssertionIat),
            ["no jti"] = Without("jti", CheckNames.AssertionJti),
            ["jti a number"] = Claim("jti", 7, CheckNames.AssertionJti),
            ["jti empty"] = Claim("jti", "", CheckNames.AssertionJti),
            ["jti endless"] = Claim("jti", new string('j', 256), CheckNames.AssertionJti),
            ["typ of an access token"] = Header("typ", "at+jwt", CheckNames.AssertionTyp),
            ["typ of a DPoP proof"] = Header("typ", "dpop+jwt", CheckNames.AssertionTyp),
            ["typ of a request object"] = Header("typ", "oauth-authz-req+jwt", CheckNames.AssertionTyp),
            ["typ a number"] = Header("typ", 1, CheckNames.AssertionTyp),
            ["an unknown crit"] = Header("crit", new[] { "exp" }, CheckNames.AssertionCrit),
            ["an empty crit"] = Header("crit", Array.Empty<string>(), CheckNames.AssertionCrit),
            ["b64 false"] = Header("b64", false, CheckNames.AssertionCrit),
            ["alg none"] = Header("alg", "none", CheckNames.AssertionAlg),
            ["alg None"] = Header("alg", "None", CheckNames.AssertionAlg),
            ["alg nOnE"] = Header("alg", "nOnE", CheckNames.AssertionAlg),
            ["alg unknown"] = Header("alg", "XS256", CheckNames.AssertionAlg),
            ["alg null"] = Header("alg", null, CheckNames.AssertionAlg),
            ["alg a number"] = Header("alg", 256, CheckNames.AssertionAlg),
        };
}
