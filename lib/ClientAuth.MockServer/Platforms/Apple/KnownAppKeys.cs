using System.Buffers.Binary;
using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Platforms.Evidence;
using ClientAuth.SharedState;

namespace ClientAuth.MockServer.Platforms.Apple;

/// <summary>
/// The keys that have attested themselves, each with the last count of its uses. A key belongs to one app on one device. In memory, of
/// too many the one that was known first is forgotten: its device has to attest it again.
/// </summary>
/// <param name="state">Keeps them, for all nodes.</param>
internal sealed class KnownAppKeys(ISharedState state)
{
    /// <summary>The last use of a key, or null for one that never attested itself for this client.</summary>
    public async ValueTask<AppKeyUse?> FindAsync(string clientId, string keyId) =>
        Use(clientId, keyId, (await state.ReadAsync(Key(clientId, keyId), known: 0)).Value);

    /// <summary>Remembers a use, or refuses it where another came before it: of two with one count, one gets true.</summary>
    public async ValueTask<bool> RememberAsync(AppKeyUse? use, CheckTrace trace)
    {
        if (use is null)
        {
            return true;
        }

        var key = Key(use.ClientId, use.KeyId);
        // An attestation that comes again counts as nothing new.
        var isAttestation = use.Counter == 0;
        while (true)
        {
            var (version, value) = await state.ReadAsync(key, known: 0);
            var last = Use(use.ClientId, use.KeyId, value);
            var judged = trace.Branch();
            var goesOn = isAttestation || CheckCounter(use.Counter, last?.Counter ?? 0, judged);
            // Where it does not go on, or there is nothing new, nothing is written. Otherwise, of two that have read the same, one writes.
            if (
                !goesOn
                || (isAttestation && last is not null)
                || await state.WriteAsync(key, version, Bytes(use), until: null) is not null
            )
            {
                trace.Append(judged);
                return goesOn;
            }
        }
    }

    /// <summary>Whether a count goes on from the last one: one that stands still or goes back belongs to a copy of the key.</summary>
    public static bool CheckCounter(uint counter, uint last, CheckTrace trace) =>
        trace.Check(Rules.AppAssertionCounter, counter > last, $"more than {last}", $"{counter}");

    private static StateKey Key(string clientId, string keyId) => new(StateKind.AppKey, clientId, keyId);

    // The count, then the key.
    private static byte[] Bytes(AppKeyUse use)
    {
        var bytes = new byte[sizeof(uint) + use.PublicKey.Length];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, use.Counter);
        use.PublicKey.CopyTo(bytes, sizeof(uint));
        return bytes;
    }

    private static AppKeyUse? Use(string clientId, string keyId, byte[]? bytes) =>
        bytes is null ? null : new(clientId, keyId, BinaryPrimitives.ReadUInt32BigEndian(bytes), bytes[sizeof(uint)..]);
}
