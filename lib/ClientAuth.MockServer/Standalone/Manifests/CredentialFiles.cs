using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ClientAuth.Credentials;
using ClientAuth.Credentials.Clients;
using ClientAuth.Credentials.KeyStorage;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Standalone.Manifests;

/// <summary>Writes a client's own half as the files that tools take, readable by their owner alone.</summary>
internal static class CredentialFiles
{
    /// <summary>What the manifest says about the client: names and paths, and never a value that is secret.</summary>
    public static ManifestClient Write(ProvisionedClient client, Func<string> makeFolder)
    {
        var registration = client.Registration;
        var entry = new ManifestClient
        {
            ClientId = registration.ClientId,
            TokenEndpointAuthMethod = registration.TokenEndpointAuthMethod,
            TokenEndpointAuthSigningAlg = registration.TokenEndpointAuthSigningAlg,
            GrantTypes = registration.GrantTypes,
            Scope = registration.Scope,
            Kid = client.KeyId ?? (registration.Jwks?.Keys is [var only] ? only.Kid : null),
        };
        return client switch
        {
            { Secret: { } secret } => entry with { ClientSecretFile = WriteSecret(secret, makeFolder()) },
            { PrivateKey: { } key } => entry with { PrivateKeyFile = WriteKey(key, makeFolder()) },
            { Certificate: { } certificate } => WithCertificate(entry, certificate, makeFolder()),
            _ => entry,
        };
    }

    // Without a line's end, so that a tool which reads the file has the secret and nothing else.
    private static string WriteSecret(ClientSecret secret, string folder)
    {
        var path = Path.Combine(folder, "client-secret.txt");
        OwnerOnlyFile.Write(path, secret.RevealBytes());
        return path;
    }

    private static string WriteKey(AsymmetricAlgorithm key, string folder)
    {
        var path = Path.Combine(folder, "private-key.pem");
        PemFile.WritePrivateKey(path, key);
        return path;
    }

    private static ManifestClient WithCertificate(ManifestClient entry, X509Certificate2 certificate, string folder)
    {
        var withCertificate = entry with
        {
            CertificateFile = Path.Combine(folder, "certificate.pem"),
            CertificateKeyFile = Path.Combine(folder, "certificate-key.pem"),
            Pkcs12File = Path.Combine(folder, "client.p12"),
            Pkcs12PassphraseFile = Path.Combine(folder, "client.p12.passphrase.txt"),
        };
        PemFile.WriteCertificates(withCertificate.CertificateFile, certificate);
        using AsymmetricAlgorithm key =
            (AsymmetricAlgorithm?)certificate.GetECDsaPrivateKey() ?? certificate.GetRSAPrivateKey()!;
        PemFile.WritePrivateKey(withCertificate.CertificateKeyFile, key);
        var passphrase = NewClientSecret.Generate();
        Pkcs12File.Create(certificate, passphrase.Reveal()).WriteTo(withCertificate.Pkcs12File);
        OwnerOnlyFile.Write(withCertificate.Pkcs12PassphraseFile, passphrase.RevealBytes());
        return withCertificate;
    }
}
