using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Platforms.Evidence;

namespace ClientAuth.MockServer.Platforms.Apple;

/// <summary>
/// The keys that have attested themselves, each with the last count of its uses. A key belongs to one app on one device. Of too many,
/// the one that was known first is forgotten: its device has to attest it again.
/// </summary>
/// <param name="limit">How many are known.</param>
internal sealed class KnownAppKeys(int limit)
{
    private readonly Lock _lock = new();

    // The one that was known first stands first.
    private readonly OrderedDictionary<(string ClientId, string KeyId), AppKeyUse> _last = [];

    /// <summary>The last use of a key, or null for one that never attested itself for this client.</summary>
    public AppKeyUse? Find(string clientId, string keyId)
    {
        lock (_lock)
        {
            return _last.GetValueOrDefault((clientId, keyId));
        }
    }

    /// <summary>Remembers a use, or refuses it where another came before it: of two with one count, one gets true.</summary>
    public bool Remember(AppKeyUse? use, CheckTrace trace)
    {
        if (use is null)
        {
            return true;
        }

        lock (_lock)
        {
            var last = _last.GetValueOrDefault((use.ClientId, use.KeyId));
            // An attestation that comes again counts as nothing new.
            var isAttestation = use.Counter == 0;
            if (!isAttestation && !CheckCounter(use.Counter, last?.Counter ?? 0, trace))
            {
                return false;
            }

            if (last is null && _last.Count == limit)
            {
                _last.RemoveAt(0);
            }

            if (last is null || !isAttestation)
            {
                _last[(use.ClientId, use.KeyId)] = use;
            }

            return true;
        }
    }

    /// <summary>Whether a count goes on from the last one: one that stands still or goes back belongs to a copy of the key.</summary>
    public static bool CheckCounter(uint counter, uint last, CheckTrace trace) =>
        trace.Check(Rules.AppAssertionCounter, counter > last, $"more than {last}", $"{counter}");
}
