using System.Buffers;
using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using ClientAuth.MockServer.Checks;

namespace ClientAuth.MockServer.Nonces;

/// <summary>
/// Values that a server gives and a proof must repeat: nonces (RFC 9449 §8) or challenges. Each holds the time it was given and a
/// MAC over that, so that the server remembers none of them and nobody else can make one.
/// </summary>
/// <param name="clock">Judges their age.</param>
/// <param name="lifetime">How long each is good.</param>
/// <param name="key">Makes the MAC: the one of all nodes, so that each takes what another gave; null makes one for this server alone.</param>
internal sealed class ServerNonces(TimeProvider clock, TimeSpan lifetime, byte[]? key = null)
{
    private const int TimeLength = sizeof(long);

    // Random bytes after the time: without them two nonces of one millisecond would be the same.
    private const int StampLength = TimeLength + 8;

    // Twice the 10 s by which the clock of a node may be off: another node's may be that far behind.
    private static readonly TimeSpan NodesDiffer = TimeSpan.FromSeconds(20);

    private readonly TimeSpan _tolerance = key is null ? TimeSpan.Zero : NodesDiffer;
    private readonly byte[] _key = key ?? RandomNumberGenerator.GetBytes(SHA256.HashSizeInBytes);

    /// <summary>Good from now on for the lifetime; base64url, as RFC 9449 §8.1 allows.</summary>
    public string Next()
    {
        var stamp = RandomNumberGenerator.GetBytes(StampLength);
        BinaryPrimitives.WriteInt64BigEndian(stamp, clock.GetUtcNow().ToUnixTimeMilliseconds());
        return Base64Url.EncodeToString([.. stamp, .. HMACSHA256.HashData(_key, stamp)]);
    }

    /// <summary>Whether this server gave it, however long ago.</summary>
    public bool HasGiven(string? nonce) => nonce is not null && GivenAt(nonce) is not null;

    /// <summary>Whether this server gave it, and not too long ago; <paramref name="seen"/> says it in words.</summary>
    public bool Accepts(string? nonce, out string seen) => GoodUntil(nonce, out seen) is not null;

    /// <summary>When a good one ends, for whoever takes each once; null for any other. <paramref name="seen"/> says it in words.</summary>
    public DateTimeOffset? GoodUntil(string? nonce, out string seen)
    {
        if (string.IsNullOrEmpty(nonce))
        {
            seen = "nothing";
            return null;
        }

        if (GivenAt(nonce) is not { } given)
        {
            seen = $"{Quote.Unknown(nonce)}, which this server did not issue";
            return null;
        }

        var (now, end) = (clock.GetUtcNow(), given + lifetime);
        // The clock was set back since: until it is there again, the nonce would be good for longer than its lifetime. One of another node may
        // come from a clock that is ahead of this one.
        var isAhead = given > now + _tolerance;
        seen = $"{Quote.Nonce(nonce)}, issued at {given:u}" + (isAhead ? ", which is yet to come" : "");
        return !isAhead && now < end ? end : null;
    }

    private DateTimeOffset? GivenAt(string nonce)
    {
        Span<byte> bytes = stackalloc byte[StampLength + SHA256.HashSizeInBytes];
        // One spelling only: the decoder passes over white space, and what is spent is the spelling.
        var isWhole =
            nonce.Length == Base64Url.GetEncodedLength(bytes.Length)
            && Base64Url.DecodeFromChars(nonce, bytes, out _, out var length) == OperationStatus.Done
            && length == bytes.Length
            && CryptographicOperations.FixedTimeEquals(
                bytes[StampLength..],
                HMACSHA256.HashData(_key, bytes[..StampLength])
            );
        return isWhole
            ? DateTimeOffset.FromUnixTimeMilliseconds(BinaryPrimitives.ReadInt64BigEndian(bytes[..TimeLength]))
            : null;
    }
}
