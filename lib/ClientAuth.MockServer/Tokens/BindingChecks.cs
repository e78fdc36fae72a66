using ClientAuth.MockServer.Certificates;
using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Reading;

namespace ClientAuth.MockServer.Tokens;

/// <summary>Whether a token comes with what it is bound to (RFC 8705 §3, RFC 9449 §7).</summary>
internal static class BindingChecks
{
    public static bool Check(BearerToken presented, AccessToken token, IncomingRequest incoming, CheckTrace trace) =>
        CheckScheme(presented, token, trace) && CheckCertificate(token, incoming, trace);

    // To accept a DPoP-bound token as a bearer token would make it one (RFC 9449 §7.2).
    private static bool CheckScheme(BearerToken presented, AccessToken token, CheckTrace trace)
    {
        var expected = token.Binding.TokenType;
        return trace.Check(Rules.TokenScheme, presented.Scheme == expected, expected, presented.Scheme);
    }

    private static bool CheckCertificate(AccessToken token, IncomingRequest incoming, CheckTrace trace)
    {
        if (token.Binding.CertificateThumbprint is not { } expected)
        {
            return true;
        }

        var certificate = incoming.ClientCertificate;
        var seen = certificate is null ? null : CertificateThumbprint.Of(certificate);
        return trace.Check(
            Rules.TokenCertificate,
            seen == expected,
            $"the certificate with x5t#S256 {Quote.Text(expected)} on this connection",
            seen is null ? "no certificate" : Quote.Text(seen)
        );
    }
}
