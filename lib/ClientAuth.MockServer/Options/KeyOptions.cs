using System.Security.Cryptography;

namespace ClientAuth.MockServer.Options;

/// <summary>The server's own key, and how strong those of others must be.</summary>
public sealed record KeyOptions
{
    // Shorter ones have been factored in public.
    private const int LeastRsaKeySize = 1024;

    private const int MostKeysPerClient = 10_000;

    /// <summary>The longest: whoever brings a key chooses what it costs to verify with, and more bits protect nothing.</summary>
    internal const int LargestRsaKeySize = 8192;

    /// <summary>The P-256 key that signs access tokens; made at the start where it is left out.</summary>
    public ECDsa? SigningKey { get; init; }

    /// <summary>Smallest RSA key that may be registered, make a proof or stand in a certificate's path, in bits (RFC 7518 §3.3); the largest has 8192.</summary>
    public int MinimumRsaKeySize { get; init; } = 2048;

    /// <summary>How many keys a client may register, or publish at its <c>jwks_uri</c>; 20 by default. A set with more is refused as a whole.</summary>
    public int MaximumKeysPerClient { get; init; } = 20;

    internal void Check()
    {
        InvalidOptionException.ThrowUnlessWithin(MinimumRsaKeySize, LeastRsaKeySize, LargestRsaKeySize);
        InvalidOptionException.ThrowUnlessWithin(MaximumKeysPerClient, 1, MostKeysPerClient);
    }
}
