using ClientAuth.MockServer.Checks;
using static ClientAuth.MockServer.Tests.Assertions.AssertionCase;

namespace ClientAuth.MockServer.Tests.Assertions;

/// <summary>Every claim and header parameter wrong in turn; the same for both JWT methods.</summary>
internal static class WrongAssertions
{
    private const string Endpoint = "https://localhost/token";

    public static Dictionary<string, AssertionCase> ByName { get; } =
        new()
        {
            ["no iss"] = Without("iss", Rules.Iss.Name),
            ["iss of another"] = Claim("iss", "basic", Rules.Iss.Name),
            ["iss a number"] = Claim("iss", 1, Rules.Iss.Name),
            ["no sub"] = Without("sub", Rules.Sub.Name),
            ["sub of another"] = Claim("sub", "basic", Rules.Sub.Name),
            ["sub an array"] = Claim("sub", new[] { "signer" }, Rules.Sub.Name),
            ["no aud"] = Without("aud", Rules.Aud.Name),
            ["aud of another server"] = Claim("aud", "https://other.example", Rules.Aud.Name),
            ["aud a token endpoint elsewhere"] = Claim("aud", Endpoint, Rules.Aud.Name),
            ["aud a number"] = Claim("aud", 1, Rules.Aud.Name),
            ["aud an object"] = Claim("aud", new { a = 1 }, Rules.Aud.Name),
            ["aud empty"] = Claim("aud", "", Rules.Aud.Name),
            ["aud an empty array"] = Claim("aud", Array.Empty<string>(), Rules.Aud.Name),
            ["aud the issuer and a slash"] = new((a, _) => a.Claims["aud"] += "/", Rules.Aud.Name),
            ["aud the issuer in capitals"] = new(
                (a, _) => a.Claims["aud"] = $"{a.Claims["aud"]}".ToUpperInvariant(),
                Rules.Aud.Name
            ),
            ["aud the issuer and another"] = new(
                (a, _) => a.Claims["aud"] = new[] { a.Claims["aud"], "https://other.example" },
                Rules.Aud.Name
            ),
            ["no exp"] = Without("exp", Rules.Exp.Name),
            ["exp five minutes ago"] = Time("exp", -300, Rules.Exp.Name),
            ["exp as long ago as the skew"] = Time("exp", -10, Rules.Exp.Name),
            ["exp a string"] = Claim("exp", "4102444800", Rules.Exp.Name),
            ["exp true"] = Claim("exp", true, Rules.Exp.Name),
            ["exp beyond every number"] = Raw("exp", "1e400", Rules.Exp.Name),
            ["exp beyond every date"] = Raw("exp", "1e15", Rules.Exp.Name),
            ["exp at the end of time"] = Claim("exp", 253402300799, Rules.Lifetime.Name),
            ["exp negative"] = Claim("exp", -1, Rules.Exp.Name),
            ["exp in ten years"] = Time("exp", 315_360_000, Rules.Lifetime.Name),
            ["exp just beyond the longest life"] = Time("exp", 312, Rules.Lifetime.Name),
            ["nbf in a minute"] = Time("nbf", 61, Rules.Nbf.Name),
            ["nbf a string"] = Claim("nbf", "0", Rules.Nbf.Name),
            ["nbf null"] = Claim("nbf", null, Rules.Nbf.Name),
            ["iat in a minute"] = Time("iat", 61, Rules.Iat.Name),
            ["iat an hour ago"] = Time("iat", -3600, Rules.Iat.Name),
            ["iat a string"] = Claim("iat", "0", Rules.Iat.Name),
            ["no jti"] = Without("jti", Rules.Jti.Name),
            ["jti a number"] = Claim("jti", 7, Rules.Jti.Name),
            ["jti empty"] = Claim("jti", "", Rules.Jti.Name),
            ["jti endless"] = Claim("jti", new string('j', 256), Rules.Jti.Name),
            ["typ of an access token"] = Header("typ", "at+jwt", Rules.Typ.Name),
            ["typ of a DPoP proof"] = Header("typ", "dpop+jwt", Rules.Typ.Name),
            ["typ of a request object"] = Header("typ", "oauth-authz-req+jwt", Rules.Typ.Name),
            ["typ a number"] = Header("typ", 1, Rules.Typ.Name),
            ["an unknown crit"] = Header("crit", new[] { "exp" }, Rules.Crit.Name),
            ["an empty crit"] = Header("crit", Array.Empty<string>(), Rules.Crit.Name),
            ["b64 false"] = Header("b64", false, Rules.Crit.Name),
            ["alg none"] = Header("alg", "none", Rules.Alg.Name),
            ["alg None"] = Header("alg", "None", Rules.Alg.Name),
            ["alg nOnE"] = Header("alg", "nOnE", Rules.Alg.Name),
            ["alg unknown"] = Header("alg", "XS256", Rules.Alg.Name),
            ["alg null"] = Header("alg", null, Rules.Alg.Name),
            ["alg a number"] = Header("alg", 256, Rules.Alg.Name),
        };
}
