namespace ClientAuth.MockServer.Reading;

/// <summary>
/// Reads the client's certificate. It is no attempt of its own beside another mechanism: a certificate may be there only to bind
/// the token (RFC 8705 §3).
/// </summary>
internal static class ClientCertificate
{
    public static PresentedCredential.Certificate? Read(FormRequest request) =>
        request.Incoming.ClientCertificate is { } leaf
            ? new PresentedCredential.Certificate(leaf, request.Incoming.Intermediates)
            : null;
}
