using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ClientAuth.Credentials;
using ClientAuth.Credentials.Clients;
using ClientAuth.MockServer.Standalone.Tests.Processes;
using ClientAuth.MockServer.Standalone.Tests.Tokens;
using ClientAuth.Protocol;

namespace Interoperability.Tests.TheirClients;

/// <summary>A client's credential as options of curl.</summary>
internal static class CurlCredential
{
    /// <param name="client">Has the credential.</param>
    /// <param name="registered">The client as the server knows it: an assertion names its key.</param>
    /// <param name="issuer">The audience of an assertion.</param>
    /// <param name="folder">For the files of keys and certificates.</param>
    public static async Task<IReadOnlyList<(string Option, string Value)>> OfAsync(
        ProvisionedClient client,
        ProvisionedClient registered,
        string issuer,
        TemporaryFolder folder
    )
    {
        var id = client.Registration.ClientId;
        switch (id)
        {
            case TokenEndpointAuthMethods.ClientSecretPost:
                return
                [
                    ("data-urlencode", $"client_id={id}"),
                    ("data-urlencode", $"client_secret={client.Secret!.Reveal()}"),
                ];
            case TokenEndpointAuthMethods.ClientSecretJwt:
                var toMac = SigningInput.Of("""{"alg":"HS256"}""", id, issuer);
                return SigningInput.Signed(toMac, await OpenSsl.HmacSha256Async(client.Secret!.Reveal(), toMac));
            case TokenEndpointAuthMethods.PrivateKeyJwt:
                var toSign = SigningInput.Of($$"""{"alg":"ES256","kid":"{{registered.KeyId}}"}""", id, issuer);
                var keyFile = KeyFile(client.PrivateKey!, folder);
                return SigningInput.Signed(toSign, await OpenSsl.SignEs256Async(keyFile, toSign));
            case TokenEndpointAuthMethods.TlsClientAuth or TokenEndpointAuthMethods.SelfSignedTlsClientAuth:
                using (var key = client.Certificate!.GetECDsaPrivateKey()!)
                {
                    var certificate = folder.File($"{Guid.NewGuid():N}.pem");
                    PemFile.WriteCertificates(certificate, client.Certificate!);
                    return
                    [
                        ("data-urlencode", $"client_id={id}"),
                        ("cert", certificate),
                        ("key", KeyFile(key, folder)),
                    ];
                }

            default:
                return [("user", $"{id}:{client.Secret!.Reveal()}")];
        }
    }

    private static string KeyFile(AsymmetricAlgorithm key, TemporaryFolder folder)
    {
        var file = folder.File($"{Guid.NewGuid():N}.key.pem");
        PemFile.WritePrivateKey(file, key);
        return file;
    }
}
