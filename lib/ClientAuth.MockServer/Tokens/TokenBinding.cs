using System.Security.Cryptography.X509Certificates;

namespace ClientAuth.MockServer.Tokens;

/// <summary>What a token works with alone: its <c>cnf</c> claim (RFC 7800 §3.1). A token without a member is a bearer token.</summary>
/// <param name="CertificateThumbprint"><c>x5t#S256</c> of the certificate that must be on the connection (RFC 8705 §3.1).</param>
internal sealed record TokenBinding(string? CertificateThumbprint)
{
    /// <param name="certificate">The certificate of the connection: with one, the token is bound to it.</param>
    public static TokenBinding To(X509Certificate2? certificate) =>
        new(certificate is null ? null : MockServer.Certificates.CertificateThumbprint.Of(certificate));

    /// <summary>The members of <c>cnf</c>, none for a bearer token.</summary>
    public IReadOnlyDictionary<string, object> Confirmation =>
        CertificateThumbprint is null
            ? new Dictionary<string, object>()
            : new Dictionary<string, object> { ["x5t#S256"] = CertificateThumbprint };
}
