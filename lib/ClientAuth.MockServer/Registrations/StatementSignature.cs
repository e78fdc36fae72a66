using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Jwt;
using ClientAuth.MockServer.Options;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Registrations;

/// <summary>Whether a software statement's issuer has signed it (RFC 7591 §2.3). Only keys of the options count, none of the header.</summary>
internal static class StatementSignature
{
    public static bool Check(DecodedJwt jwt, SoftwareStatementIssuer? issuer, CheckTrace trace)
    {
        var alg = jwt.HeaderString("alg") ?? "";
        var fitting = SignatureAlgorithms.Asymmetric.Contains(alg)
            ? issuer?.Keys.Keys.Where(key => Fits(key, jwt, alg)) ?? []
            : [];
        using var keys = VerificationKeys.Import(fitting);
        var holds = JwsChecks.SignedBy(jwt, keys.All) is not null;
        return trace.Check(
            Rules.StatementSignature,
            holds,
            "an asymmetric signature with a key of its issuer",
            $"alg {Quote.Text(alg)}, kid {Quote.Member(jwt.Header, "kid")}, {Quote.Bytes(jwt.Signature.Span)}"
                + (holds ? ", verified with a key of the issuer" : " that no key of the issuer made")
        );
    }

    private static bool Fits(Jwk key, DecodedJwt jwt, string alg) =>
        PublicKeys.IsKnownType(key) && PublicKeys.Suits(key, alg) && PublicKeys.IsNamed(key, jwt);
}
