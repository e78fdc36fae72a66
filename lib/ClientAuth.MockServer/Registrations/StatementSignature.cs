using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Jwt;
using ClientAuth.MockServer.Options;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Registrations;

/// <summary>Whether a software statement's issuer has signed it (RFC 7591 §2.3). Only keys of the options count, none of the header.</summary>
internal static class StatementSignature
{
    public static bool Check(DecodedJwt jwt, SoftwareStatementIssuer? issuer, int mostKeys, CheckTrace trace)
    {
        var alg = jwt.HeaderString("alg") ?? "";
        var fitting = KeyFit.Fitting(issuer?.Keys.Keys ?? [], jwt, alg, out var misfits);
        var tooMany = fitting.Count > mostKeys;
        using var keys = VerificationKeys.Import(tooMany ? [] : fitting);
        var holds = JwsChecks.SignedBy(jwt, keys.All) is not null;
        return trace.Check(
            Rules.StatementSignature,
            holds,
            "an asymmetric signature with a key of its issuer"
                + (tooMany ? $", named by its kid where more than {mostKeys} fit" : ""),
            $"alg {Quote.Sent(alg)}, kid {Quote.Member(jwt.Header, "kid")}, {Quote.Bytes(jwt.Signature.Span)}"
                + (holds ? ", verified with a key of the issuer" : $" that no key of the issuer made{misfits}")
        );
    }
}
