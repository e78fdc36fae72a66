using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ClientAuth.Protocol;

namespace ClientAuth.Credentials.Clients;

/// <summary>A registered client with its credential: the registration for the server, the secret or private key for the client.</summary>
public sealed class ProvisionedClient : IDisposable
{
    /// <summary>The registration that the server holds: with the secret where it is shared, else with public keys or names only.</summary>
    public required ClientMetadata Registration { get; init; }

    /// <summary>The shared secret, for the methods that have one.</summary>
    public ClientSecret? Secret { get; init; }

    /// <summary>The key that signs assertions, for <c>private_key_jwt</c>; null where the registration brought its own <c>jwks</c>.</summary>
    public AsymmetricAlgorithm? PrivateKey { get; init; }

    /// <summary>The <c>kid</c> under which the public key is registered.</summary>
    public string? KeyId { get; init; }

    /// <summary>The certificate with its private key, for the two methods of mutual TLS.</summary>
    public X509Certificate2? Certificate { get; init; }

    public void Dispose()
    {
        PrivateKey?.Dispose();
        Certificate?.Dispose();
    }

    /// <summary>Identifier and method; never a credential.</summary>
    public override string ToString() => Registration.ToString();
}
