using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using ClientAuth.Credentials;
using ClientAuth.FailureCases.Wire;
using ClientAuth.MockServer.Standalone.Tests.Processes;

namespace ClientAuth.MockServer.Standalone.Tests.Handshakes;

/// <summary>
/// Sends a request of the catalogue with curl and its TLS stack. A single certificate goes into a PKCS#12 file, as a phone holds it;
/// one with others above it into PEM files, as a server holds them.
/// </summary>
internal sealed class CurlConnection(X509Certificate2 trustedRoot)
{
    // What a passphrase is worth is shown elsewhere; here each side would only derive keys.
    private static readonly Pkcs12Protection Quick = new() { EncryptionIterations = 1, MacIterations = 1 };

    public async Task<WireOutcome> SendAsync(WireRequest request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var folder = new TemporaryFolder();
        PemFile.WriteCertificates(folder.File("ca.pem"), trustedRoot);
        var result = await Curl.RunAsync(
            folder.File("ca.pem"),
            new Uri(request.Address, request.Target).AbsoluteUri,
            [
                ("request", request.Method),
                ("header", "Connection: close"),
                .. request.Headers.Select(header => ("header", $"{header.Name}: {header.Value}")),
                .. request.Body is { } body
                    ? [("data-raw", Encoding.Latin1.GetString(body))]
                    : Enumerable.Empty<(string, string)>(),
                .. Credential(request, folder),
            ]
        );
        return result.ExitCode == 0 && ResponseParser.TryParse(result.Output, out var response)
            ? new WireOutcome.Responded(response)
            : new WireOutcome.Refused($"curl ended with {result.ExitCode}: {result.Error}");
    }

    private static IEnumerable<(string Option, string Value)> Credential(WireRequest request, TemporaryFolder folder)
    {
        if (request.Certificate is not { } certificate)
        {
            return [];
        }

        if (request.Intermediates is [])
        {
            var passphrase = Convert.ToHexString(RandomNumberGenerator.GetBytes(16));
            Pkcs12File.Create(certificate, passphrase, protection: Quick).WriteTo(folder.File("client.p12"));
            return [("cert-type", "P12"), ("cert", folder.File("client.p12")), ("pass", passphrase)];
        }

        using var key = (AsymmetricAlgorithm?)certificate.GetECDsaPrivateKey() ?? certificate.GetRSAPrivateKey()!;
        PemFile.WritePrivateKey(folder.File("key.pem"), key);
        PemFile.WriteCertificates(folder.File("chain.pem"), [certificate, .. request.Intermediates]);
        return [("cert", folder.File("chain.pem")), ("key", folder.File("key.pem"))];
    }
}
