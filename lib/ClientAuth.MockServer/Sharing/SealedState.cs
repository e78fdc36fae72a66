using System.Security.Cryptography;
using System.Text;
using ClientAuth.SharedState;

namespace ClientAuth.MockServer.Sharing;

/// <summary>
/// Keeps from a store outside the server what it need not know. Names go there as MACs, values encrypted and bound to their key, with
/// keys that are derived from the issuer's signing key. So the store holds no secret, token or client in the clear. Whoever can write to it
/// can take uses and values away and put older values back, but make none that a node believes.
/// </summary>
internal sealed class SealedState(ISharedState store, SharedKeys keys) : ISharedState
{
    private readonly byte[] _nameKey = keys.Derive("names of shared state");
    private readonly byte[] _valueKey = keys.Derive("values of shared state");

    public ValueTask<RefusedUse?> UseAllAsync(IReadOnlyList<StateUse> uses) =>
        store.UseAllAsync([.. uses.Select(Named)]);

    public ValueTask<bool> IsUsedAsync(StateUse use) => store.IsUsedAsync(Named(use));

    public ValueTask MarkUsedAsync(StateUse use) => store.MarkUsedAsync(Named(use));

    public async ValueTask<StateValue> ReadAsync(StateKey key, long known)
    {
        var name = Named(key);
        var (version, value) = await store.ReadAsync(name, known);
        return new(version, value is null ? null : Open(name, value));
    }

    public ValueTask<long?> WriteAsync(StateKey key, long expected, ReadOnlyMemory<byte> value, DateTimeOffset? until)
    {
        var name = Named(key);
        return store.WriteAsync(name, expected, Seal(name, value.Span), until);
    }

    public async ValueTask<byte[]?> TakeAsync(StateKey key)
    {
        var name = Named(key);
        return await store.TakeAsync(name) is { } value ? Open(name, value) : null;
    }

    private StateUse Named(StateUse use) => use with { Key = Named(use.Key) };

    // Of one length each, so that no two pairs of owner and name make the same bytes.
    private StateKey Named(StateKey key)
    {
        Span<byte> text = stackalloc byte[1 + (2 * SHA256.HashSizeInBytes)];
        text[0] = (byte)key.Kind;
        SHA256.HashData(Encoding.UTF8.GetBytes(key.Owner), text[1..]);
        SHA256.HashData(Encoding.UTF8.GetBytes(key.Name), text[(1 + SHA256.HashSizeInBytes)..]);
        return new(key.Kind, "", Convert.ToHexStringLower(HMACSHA256.HashData(_nameKey, text)));
    }

    private byte[] Seal(StateKey name, ReadOnlySpan<byte> value)
    {
        var sealedValue = new byte[NonceSize + value.Length + TagSize];
        var nonce = sealedValue.AsSpan(0, NonceSize);
        RandomNumberGenerator.Fill(nonce);
        using var cipher = new AesGcm(_valueKey, TagSize);
        cipher.Encrypt(
            nonce,
            value,
            sealedValue.AsSpan(NonceSize, value.Length),
            sealedValue.AsSpan(NonceSize + value.Length),
            Context(name)
        );
        return sealedValue;
    }

    private byte[] Open(StateKey name, byte[] sealedValue)
    {
        try
        {
            var value = new byte[Math.Max(0, sealedValue.Length - NonceSize - TagSize)];
            using var cipher = new AesGcm(_valueKey, TagSize);
            cipher.Decrypt(
                sealedValue.AsSpan(0, NonceSize),
                sealedValue.AsSpan(NonceSize, value.Length),
                sealedValue.AsSpan(NonceSize + value.Length),
                value,
                Context(name)
            );
            return value;
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException)
        {
            throw new SharedStateException(
                $"A value of kind {name.Kind} in the shared store was not written by a node of this issuer, or was changed since. "
                    + "Find out who writes to the store, and remove the value.",
                TimeSpan.FromMinutes(1),
                e
            );
        }
    }

    private static byte[] Context(StateKey name) => Encoding.ASCII.GetBytes(name.Name);

    private const int NonceSize = 12;
    private const int TagSize = 16;
}
