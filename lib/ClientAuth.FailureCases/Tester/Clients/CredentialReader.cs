using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ClientAuth.Credentials;
using ClientAuth.FailureCases.Fixtures;
using ClientAuth.FailureCases.Keys;
using ClientAuth.Protocol;

namespace ClientAuth.FailureCases.Tester.Clients;

/// <summary>Turns what is written about one client into a client with its credential.</summary>
/// <param name="source">The file.</param>
/// <param name="number">The client's index in it.</param>
/// <param name="written">What is written.</param>
/// <param name="keyName">What cases call its key.</param>
internal sealed class CredentialReader(ClientsSource source, int number, ClientDocument written, string keyName)
{
    private const string SecretFile = "client_secret_file";
    private const string KeyFile = "private_key_file";
    private const string CertificateFile = "certificate_file";
    private const string Pkcs12File = "pkcs12_file";
    private const string PassphraseFile = "pkcs12_passphrase_file";

    /// <summary>The client, and its key where it signs assertions with one.</summary>
    /// <exception cref="Usage.TesterException">A member is missing or wrong; the message names file, line and field.</exception>
    public (CaseClient Client, AsymmetricAlgorithm? Key) Read()
    {
        var method = written.TokenEndpointAuthMethod!;
        var registration = new ClientMetadata
        {
            ClientId = written.ClientId!,
            TokenEndpointAuthMethod = method,
            RedirectUris = written.RedirectUri is { } uri ? [uri] : null,
        };
        switch (method)
        {
            case TokenEndpointAuthMethods.ClientSecretBasic or TokenEndpointAuthMethods.ClientSecretPost:
                return (new CaseClient(registration with { ClientSecret = ReadSecret() }), null);
            case TokenEndpointAuthMethods.ClientSecretJwt:
                return (Signing(registration with { ClientSecret = ReadSecret() }, MacAlgorithm()), null);
            case TokenEndpointAuthMethods.PrivateKeyJwt:
                var key = ReadKey();
                return (Signing(registration, AlgorithmFor(key)), key);
            case TokenEndpointAuthMethods.TlsClientAuth or TokenEndpointAuthMethods.SelfSignedTlsClientAuth:
                var certificate = ReadCertificate();
                return (new CaseClient(registration) { Certificate = certificate, Profile = Like(certificate) }, null);
            default:
                return (new CaseClient(registration), null);
        }
    }

    private CaseClient Signing(ClientMetadata registration, string algorithm) =>
        new(registration)
        {
            Signing = new JwtSigning(algorithm, keyName),
            KeyId = written.Kid,
            Typ = written.Typ,
            Audience = written.Audience,
        };

    private string MacAlgorithm()
    {
        var algorithm = written.TokenEndpointAuthSigningAlg ?? SignatureAlgorithms.HS256;
        return SignatureAlgorithms.Symmetric.Contains(algorithm)
            ? algorithm
            : throw Wrong(
                "token_endpoint_auth_signing_alg",
                $"'{algorithm}' is no MAC. Write one of {string.Join(", ", SignatureAlgorithms.Symmetric)}."
            );
    }

    private string AlgorithmFor(AsymmetricAlgorithm key)
    {
        string[] fitting = key switch
        {
            RSA => ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512"],
            ECDsa { KeySize: 384 } => ["ES384"],
            ECDsa { KeySize: 521 } => ["ES512"],
            ECDsa { KeySize: 256 } when IsP256(key) => ["ES256"],
            _ => throw Wrong(
                written.PrivateKeyFile is null ? Pkcs12File : KeyFile,
                "the key's curve is none of P-256, P-384 and P-521 (RFC 7518 §3.4)."
            ),
        };
        var algorithm = written.TokenEndpointAuthSigningAlg ?? fitting[0];
        return fitting.Contains(algorithm)
            ? algorithm
            : throw Wrong(
                "token_endpoint_auth_signing_alg",
                $"'{algorithm}' does not go with the key. Write one of {string.Join(", ", fitting)}."
            );
    }

    private string ReadSecret()
    {
        string?[] given = [written.ClientSecret, written.ClientSecretFile, written.ClientSecretEnv];
        if (given.Count(one => one is not null) != 1)
        {
            throw Wrong(
                SecretFile,
                "exactly one of client_secret_file, client_secret_env and client_secret says where the secret is. Write one of the three."
            );
        }

        var secret =
            written.ClientSecretFile is { } file ? TextOf(SecretFile, file)
            : written.ClientSecretEnv is { } name ? source.VariableOf(number, "client_secret_env", name)
            : written.ClientSecret!;
        return secret.Length > 0
            ? secret
            : throw Wrong(SecretFile, "the secret is empty. Write the secret there, and nothing else.");
    }

    private AsymmetricAlgorithm ReadKey() =>
        written switch
        {
            { PrivateKeyFile: { } file } => Fitting(
                KeyFile,
                $"'{file}' holds no private key. Name a PEM file, not encrypted, or one with a private JWK.",
                () => PrivateKeys.Read(TextOf(KeyFile, file))
            ),
            { Pkcs12File: { } file } => Fitting(
                Pkcs12File,
                $"'{file}' cannot be opened, or holds no private key. Check the passphrase.",
                () => PrivateKeys.OfPkcs12(source.FileOf(number, Pkcs12File, file), Passphrase())
            ),
            _ => throw Wrong(KeyFile, "private_key_file or pkcs12_file must be there. Name the client's key."),
        };

    private X509Certificate2 ReadCertificate() =>
        written switch
        {
            { Pkcs12File: { } file } => Fitting(
                Pkcs12File,
                $"'{file}' cannot be opened, or holds no certificate with its key. Check the passphrase.",
                () => WithKey(X509CertificateLoader.LoadPkcs12(source.FileOf(number, Pkcs12File, file), Passphrase()))
            ),
            { CertificateFile: { } file, CertificateKeyFile: { } key } => Fitting(
                CertificateFile,
                $"'{file}' and '{key}' are not a certificate and its private key in PEM. Name two that belong together, the key not encrypted.",
                () => OfPem(TextOf(CertificateFile, file), TextOf("certificate_key_file", key))
            ),
            _ => throw Wrong(
                CertificateFile,
                "certificate_file with certificate_key_file, or pkcs12_file, must be there. Name the client's certificate and key."
            ),
        };

    // Schannel takes no key that was read from PEM (dotnet/runtime#66283); through PKCS#12 every platform does.
    private static X509Certificate2 OfPem(string certificate, string key)
    {
        using var read = X509Certificate2.CreateFromPem(certificate, key);
        return X509CertificateLoader.LoadPkcs12(read.Export(X509ContentType.Pkcs12), password: null);
    }

    private static X509Certificate2 WithKey(X509Certificate2 certificate) =>
        certificate.HasPrivateKey ? certificate : throw new CryptographicException("It holds no private key.");

    // The same names, for certificates that others issue.
    private static CertificateProfile Like(X509Certificate2 certificate) =>
        CertificateProfile.Client(certificate.Subject) with
        {
            OtherExtensions =
            [
                .. certificate
                    .Extensions.OfType<X509SubjectAlternativeNameExtension>()
                    .Select(names => new X509Extension(names.Oid!, names.RawData, names.Critical)),
            ],
        };

    private string Passphrase() =>
        written switch
        {
            { Pkcs12PassphraseFile: { } file } => TextOf(PassphraseFile, file),
            { Pkcs12PassphraseEnv: { } name } => source.VariableOf(number, "pkcs12_passphrase_env", name),
            _ => "",
        };

    private static bool IsP256(AsymmetricAlgorithm key) =>
        key is ECDsa elliptic
        && elliptic.ExportParameters(includePrivateParameters: false).Curve.Oid.Value
            == ECCurve.NamedCurves.nistP256.Oid.Value;

    private string TextOf(string member, string named) => source.TextOf(number, member, named);

    private T Fitting<T>(string member, string problem, Func<T> make)
    {
        try
        {
            return make();
        }
        catch (Exception error) when (error is ArgumentException or CryptographicException)
        {
            throw Wrong(member, problem, error);
        }
    }

    private Usage.TesterException Wrong(string member, string problem, Exception? cause = null) =>
        source.Wrong(number, member, problem, cause);
}
