using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace ClientAuth.MockServer.Hosting;

/// <summary>
/// Whether a handshake failed over a certificate of the client. On Linux two readers look at some extensions during the handshake,
/// whatever they are told to accept. OpenSSL's complaint ends a handshake of TLS 1.3, since SslStream takes it for a failure, and not one of
/// TLS 1.2; the chain that SslStream builds before it asks the server ends either.
/// </summary>
internal static partial class UnreadableCertificate
{
    // The part of OpenSSL that is about the protocol itself: alerts of the client are among its complaints.
    private const string Protocol = "SSL routines";

    /// <summary>What they say about the certificate, and what came of it; null where something else failed.</summary>
    public static string? Describe(Exception? failure)
    {
        for (var cause = failure; cause is not null; cause = cause.InnerException)
        {
            if (Complaint().Match(cause.Message) is { Success: true } complaint)
            {
                var part = complaint.Groups["part"].Value;
                return part == Protocol
                    ? null
                    : $"{part}: {complaint.Groups["reason"].Value}, so that OpenSSL ended the handshake; "
                        + "over TLS 1.2 the server would have judged this certificate";
            }
        }

        return failure is CryptographicException
            ? $"{failure.Message.TrimEnd('.')}, so that no chain could be built, which the handshake needs"
            : null;
    }

    // As OpenSSL writes its errors: error:1100009E:X509 V3 routines::invalid certificate.
    [GeneratedRegex("error:[0-9A-F]{8}:(?<part>[^:]+):[^:]*:(?<reason>[^:]+)$")]
    private static partial Regex Complaint();
}
