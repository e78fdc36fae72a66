namespace ClientAuth.MockServer.Reading;

/// <summary>
/// Reads the certificate of the TLS connection. It is no attempt of its own beside another mechanism: a certificate may be
/// there only to bind the token (RFC 8705 §3). Headers such as <c>Client-Cert</c> are never looked at.
/// </summary>
internal static class ClientCertificate
{
    public static PresentedCredential.Certificate? Read(FormRequest request) =>
        request.Incoming.Tls.ClientCertificate is { } leaf
            ? new PresentedCredential.Certificate(leaf, request.Incoming.Intermediates)
            : null;
}
