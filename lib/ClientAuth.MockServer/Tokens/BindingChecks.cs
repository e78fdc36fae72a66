using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using ClientAuth.MockServer.Certificates;
using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Dpop;
using ClientAuth.MockServer.Reading;

namespace ClientAuth.MockServer.Tokens;

/// <summary>
/// Whether a token comes with what it is bound to: its certificate (RFC 8705 §3), or a proof by its key, made for this request and
/// this token (RFC 9449 §7).
/// </summary>
internal sealed class BindingChecks(DpopProofChecks proofs)
{
    /// <summary>Whether the token comes by the right scheme and over a connection with its certificate.</summary>
    public static bool Check(BearerToken presented, AccessToken token, IncomingRequest incoming, CheckTrace trace) =>
        CheckScheme(presented, token, trace) && CheckCertificate(token, incoming, trace);

    /// <summary>The proof, or null where a check failed.</summary>
    /// <param name="presented">The token as it was sent.</param>
    /// <param name="token">What it says; it is bound to a key.</param>
    /// <param name="incoming">The request and its connection.</param>
    /// <param name="trace">Where every check leaves its line.</param>
    public DpopProof? CheckProof(
        BearerToken presented,
        AccessToken token,
        IncomingRequest incoming,
        CheckTrace trace
    ) =>
        proofs.Check(incoming, trace) is { } proof
        && CheckHash(proof, presented.Compact, trace)
        && CheckKey(proof, token, trace)
            ? proof
            : null;

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

    /// <summary>Whether a proof was made for this access token: it has the base64url SHA-256 of its ASCII characters (RFC 9449 §4.2).</summary>
    internal static bool CheckHash(DpopProof proof, string accessToken, CheckTrace trace)
    {
        var hash = Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(accessToken)));
        return trace.Check(
            Rules.DpopAth,
            proof.AccessTokenHash == hash,
            $"ath {Quote.Beginning(hash)}, the hash of the access token",
            Quote.Beginning(proof.AccessTokenHash ?? "")
        );
    }

    private static bool CheckKey(DpopProof proof, AccessToken token, CheckTrace trace) =>
        trace.Check(
            Rules.DpopBinding,
            proof.KeyThumbprint == token.Binding.KeyThumbprint,
            $"a proof by the key with thumbprint {Quote.Text(token.Binding.KeyThumbprint)}",
            Quote.Text(proof.KeyThumbprint)
        );
}
