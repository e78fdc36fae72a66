using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace ClientAuth.MockServer.Registrations;

/// <summary>A token that the server can recognise and not repeat: it keeps the hash alone.</summary>
internal sealed class HashedToken
{
    private readonly byte[] _hash;

    private HashedToken(byte[] hash) => _hash = hash;

    /// <summary>A new token of 256 random bits, and what the server keeps of it.</summary>
    public static (string Token, HashedToken Kept) Make()
    {
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        return (token, new HashedToken(Hash(token)));
    }

    /// <summary>One that was kept before.</summary>
    public static HashedToken Of(byte[] hash) => new(hash);

    /// <summary>One that no token matches, to compare with where there is none, so that both cases cost the same.</summary>
    public static HashedToken Nobodys() => new(RandomNumberGenerator.GetBytes(SHA256.HashSizeInBytes));

    /// <summary>The hash, which is all that the server keeps.</summary>
    public ReadOnlySpan<byte> Kept => _hash;

    /// <summary>In fixed time.</summary>
    public bool Matches(string token) => CryptographicOperations.FixedTimeEquals(Hash(token), _hash);

    private static byte[] Hash(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));
}
