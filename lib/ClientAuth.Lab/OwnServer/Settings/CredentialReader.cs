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
    private const string Key = "private_key_file";
    private const string Pkcs12 = "pkcs12_file";

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
                    Secret,
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

    // A line break at the end is what most editors write; it is row 18 of the common mistakes, and never part of a secret.
    private ClientSecret ReadSecretFile(string named)
    {
        var text = File.ReadAllText(source.FileOf(number, Secret, named)).TrimEnd('\r', '\n');
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
                    )
            ),
            { CertificateFile: { } file } => Fitting("certificate_file", () => FromPem(file)),
            _ => throw source.Wrong(
                number,
                Pkcs12,
                "is missing. Name a PKCS #12 file, or certificate_file and certificate_key_file."
            ),
        };

    private string Passphrase() =>
        client.Pkcs12PassphraseFile is { } file
            ? File.ReadAllText(source.FileOf(number, "pkcs12_passphrase_file", file)).TrimEnd('\r', '\n')
            : "";

    private ClientAuthenticationMethodConfiguration.Mtls FromPem(string named)
    {
        var key =
            client.CertificateKeyFile
            ?? throw source.Wrong(
                number,
                "certificate_key_file",
                "is missing. Name the PEM file with the certificate's private key."
            );
        using var read = X509Certificate2.CreateFromPemFile(
            source.FileOf(number, "certificate_file", named),
            source.FileOf(number, "certificate_key_file", key)
        );
        // Schannel takes no key that was read from PEM (dotnet/runtime#66283); through PKCS #12 every platform does.
        return new(X509CertificateLoader.LoadPkcs12(read.Export(X509ContentType.Pkcs12), password: null));
    }

    // The library's messages name the file by its whole path, or the algorithm; the place in the settings is still to be added.
    private T Fitting<T>(string member, Func<T> make)
    {
        try
        {
            return make();
        }
        catch (Exception error)
            when (error is ArgumentException or InvalidDataException or CryptographicException or IOException)
        {
            throw source.Wrong(
                number,
                member,
                error.Message.Replace(source.Folder + Path.DirectorySeparatorChar, "", StringComparison.Ordinal),
                error
            );
        }
    }
}
