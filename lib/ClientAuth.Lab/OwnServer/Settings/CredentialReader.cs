using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ClientAuth.Client;
using ClientAuth.Lab.OwnServer.Probing;
using ClientAuth.Protocol;

namespace ClientAuth.Lab.OwnServer.Settings;

/// <summary>Turns what is written about a client into a method with its credential.</summary>
internal sealed class CredentialReader(SettingsSource source, int number, ClientDocument client)
{
    private const string Secret = "client_secret_file";
    private const string SecretItself = "client_secret";
    private const string Key = "private_key_file";
    private const string Pkcs12 = "pkcs12_file";
    private const string Certificate = "certificate_file";
    private const string CertificateKey = "certificate_key_file";

    private static readonly string[] Methods =
    [
        TokenEndpointAuthMethods.ClientSecretBasic,
        TokenEndpointAuthMethods.ClientSecretPost,
        TokenEndpointAuthMethods.ClientSecretJwt,
        TokenEndpointAuthMethods.PrivateKeyJwt,
        TokenEndpointAuthMethods.TlsClientAuth,
        TokenEndpointAuthMethods.SelfSignedTlsClientAuth,
    ];

    /// <exception cref="OwnServerSettingsException">A member is missing or wrong; the message names it.</exception>
    public ProbedClient Read()
    {
        var clientId = client.ClientId is { Length: > 0 } id
            ? id
            : throw source.Wrong(
                number,
                "client_id",
                "is missing. Write the identifier that the server has registered."
            );
        var name = client.TokenEndpointAuthMethod ?? "";
        return name switch
        {
            TokenEndpointAuthMethods.ClientSecretBasic => WithSecret(
                s => new ClientAuthenticationMethodConfiguration.Secret(s)
            ),
            TokenEndpointAuthMethods.ClientSecretPost => WithSecret(
                s => new ClientAuthenticationMethodConfiguration.Secret(s, SecretStyle.Body)
            ),
            TokenEndpointAuthMethods.ClientSecretJwt => WithSecret(s =>
                Fitting(
                    client.ClientSecret is null ? Secret : SecretItself,
                    () =>
                        new ClientAuthenticationMethodConfiguration.SignedJwt.Symmetric(
                            s,
                            client.TokenEndpointAuthSigningAlg ?? SignatureAlgorithms.HS256
                        )
                )
            ),
            TokenEndpointAuthMethods.PrivateKeyJwt => new(clientId, name, ReadKey()) { Audience = client.Audience },
            TokenEndpointAuthMethods.TlsClientAuth or TokenEndpointAuthMethods.SelfSignedTlsClientAuth => new(
                clientId,
                name,
                ReadCertificate()
            ),
            "" => throw source.Wrong(
                number,
                "token_endpoint_auth_method",
                $"is missing. Write one of {string.Join(", ", Methods)}."
            ),
            _ => throw source.Wrong(
                number,
                "token_endpoint_auth_method",
                $"'{name}' is no method that this lesson can use. Write one of {string.Join(", ", Methods)}."
            ),
        };

        ProbedClient WithSecret(Func<ClientSecret, ClientAuthenticationMethodConfiguration> method)
        {
            var secret = ReadSecret();
            return new(clientId, name, method(secret)) { Secret = secret, Audience = client.Audience };
        }
    }

    private ClientSecret ReadSecret() =>
        (client.ClientSecret, client.ClientSecretFile) switch
        {
            ({ Length: > 0 } value, null) => new ClientSecret(value),
            (null, { } file) => ReadSecretFile(file),
            (null, null) => throw source.Wrong(
                number,
                Secret,
                "is missing. Name a file that holds the secret alone, or write client_secret."
            ),
            _ => throw source.Wrong(number, Secret, "stands beside client_secret. Write one of the two."),
        };

    // The line break at the end of the file is row 18 of the common mistakes, and never part of a secret.
    private ClientSecret ReadSecretFile(string named)
    {
        var text = source.TextOf(number, Secret, named);
        return text.Length > 0
            ? new ClientSecret(text)
            : throw source.Wrong(number, Secret, $"'{named}' is empty. Write the secret into it, and nothing else.");
    }

    private ClientAuthenticationMethodConfiguration.SignedJwt.Asymmetric ReadKey()
    {
        var named =
            client.PrivateKeyFile
            ?? throw source.Wrong(number, Key, "is missing. Name a PEM file with the client's private key.");
        var path = source.FileOf(number, Key, named);
        return Fitting(
            Key,
            () =>
                ClientAuthenticationMethodConfiguration.SignedJwt.Asymmetric.FromPem(
                    path,
                    client.TokenEndpointAuthSigningAlg ?? SignatureAlgorithms.ES256,
                    client.Kid
                )
        );
    }

    private ClientAuthenticationMethodConfiguration.Mtls ReadCertificate() =>
        client switch
        {
            { Pkcs12File: { } file } => Fitting(
                Pkcs12,
                () =>
                    ClientAuthenticationMethodConfiguration.Mtls.FromPkcs12(
                        source.FileOf(number, Pkcs12, file),
                        Passphrase()
                    ),
                "Name the file that was exported, and as pkcs12_passphrase_file one that holds its passphrase alone."
            ),
            { CertificateFile: { } file } => Fitting(Certificate, () => FromPem(file)),
            _ => throw source.Wrong(
                number,
                Pkcs12,
                "is missing. Name a PKCS #12 file, or certificate_file and certificate_key_file."
            ),
        };

    private string Passphrase() =>
        client.Pkcs12PassphraseFile is { } file ? source.TextOf(number, "pkcs12_passphrase_file", file) : "";

    private ClientAuthenticationMethodConfiguration.Mtls FromPem(string named)
    {
        var key =
            client.CertificateKeyFile
            ?? throw source.Wrong(
                number,
                CertificateKey,
                "is missing. Name the PEM file with the certificate's private key."
            );
        var (certificatePath, keyPath) = (
            source.FileOf(number, Certificate, named),
            source.FileOf(number, CertificateKey, key)
        );
        try
        {
            using var read = X509Certificate2.CreateFromPemFile(certificatePath, keyPath);
            // Schannel takes no key that was read from PEM (dotnet/runtime#66283); through PKCS #12 every platform does.
            return new(X509CertificateLoader.LoadPkcs12(read.Export(X509ContentType.Pkcs12), password: null));
        }
        // .NET's words name neither file.
        catch (Exception error) when (error is ArgumentException or CryptographicException)
        {
            throw source.Wrong(
                number,
                Certificate,
                $"'{named}' and '{key}' are not a certificate and its private key in PEM form. Name two files that belong together, the key not encrypted.",
                error
            );
        }
    }

    // The library's messages name the file by its whole path, or the algorithm; the place in the settings is still to be added.
    private T Fitting<T>(string member, Func<T> make, string? advice = null)
    {
        try
        {
            return make();
        }
        catch (Exception error)
            when (error
                    is ArgumentException
                        or InvalidDataException
                        or CryptographicException
                        or IOException
                        or UnauthorizedAccessException
            )
        {
            var words = error.Message.Replace(
                source.Folder + Path.DirectorySeparatorChar,
                "",
                StringComparison.Ordinal
            );
            throw source.Wrong(number, member, advice is null ? words : $"{words} {advice}", error);
        }
    }
}
