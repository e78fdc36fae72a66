using System.Security.Cryptography;
using ClientAuth.MockServer.Assertions;
using ClientAuth.MockServer.Checks;
using ClientAuth.Protocol;
using Microsoft.IdentityModel.Tokens;

namespace ClientAuth.MockServer.Registrations;

/// <summary>Whether a software statement's issuer has signed it (RFC 7591 §2.3). Only keys of the options count, none of the header.</summary>
internal static class StatementSignature
{
    public static bool Check(DecodedJwt jwt, SoftwareStatementIssuer? issuer, CheckTrace trace)
    {
        var alg = jwt.HeaderString("alg") ?? "";
        var holds =
            issuer is not null
            && jwt.Signature.Length > 0
            && SignatureAlgorithms.Asymmetric.Contains(alg)
            && issuer.Keys.Keys.Where(key => Fits(key, jwt, alg)).Any(key => Verifies(key, jwt, alg));
        return trace.Check(
            Rules.StatementSignature,
            holds,
            "an asymmetric signature with a key of its issuer",
            $"alg {Quote.Text(alg)}, kid {Quote.Member(jwt.Header, "kid")}, {Quote.Bytes(jwt.Signature.Span)}"
                + (holds ? ", verified with a key of the issuer" : " that no key of the issuer made")
        );
    }

    private static bool Fits(Jwk key, DecodedJwt jwt, string alg) =>
        PublicKeys.IsKnownType(key)
        && PublicKeys.Suits(key, alg)
        && (!jwt.Header.TryGetProperty("kid", out _) || (jwt.HeaderString("kid") is { } kid && kid == key.Kid));

    private static bool Verifies(Jwk jwk, DecodedJwt jwt, string alg)
    {
        using AsymmetricAlgorithm key = PublicKeys.Import(jwk);
        return SignatureCheck.Verifies(
            key is RSA rsa ? new RsaSecurityKey(rsa) : new ECDsaSecurityKey((ECDsa)key),
            alg,
            jwt
        );
    }
}
