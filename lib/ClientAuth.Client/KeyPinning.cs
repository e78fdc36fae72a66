using System.Buffers.Text;
using System.Security.Cryptography;

namespace ClientAuth.Client;

/// <summary>The hash of the public key that the TLS certificate of one host must have.</summary>
public sealed record KeyPinning
{
    /// <param name="hostname">The host that the pin is for, and for no other.</param>
    /// <param name="publicKeyHash">Base64 SHA-256 of the SubjectPublicKeyInfo (RFC 7469 §2.4).</param>
    /// <exception cref="ArgumentException">The hash is not Base64 of 32 bytes.</exception>
    public KeyPinning(string hostname, string publicKeyHash)
    {
        if (!Base64.IsValid(publicKeyHash, out var length) || length != SHA256.HashSizeInBytes)
        {
            throw new ArgumentException(
                $"The pin for '{hostname}' is not the Base64 of a SHA-256 hash, 44 characters: '{publicKeyHash}'."
            );
        }

        Hostname = hostname;
        PublicKeyHash = publicKeyHash;
    }

    /// <summary>The host that the pin is for; compared without case.</summary>
    public string Hostname { get; }

    /// <summary>Base64 SHA-256 of the SubjectPublicKeyInfo.</summary>
    public string PublicKeyHash { get; }

    internal bool IsFor(string host) => string.Equals(Hostname, host, StringComparison.OrdinalIgnoreCase);

    internal bool Matches(byte[] hash) =>
        CryptographicOperations.FixedTimeEquals(Convert.FromBase64String(PublicKeyHash), hash);
}
