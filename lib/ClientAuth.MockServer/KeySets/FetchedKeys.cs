using ClientAuth.Protocol;

namespace ClientAuth.MockServer.KeySets;

/// <summary>The keys of a fetched set that may be used.</summary>
/// <param name="Keys">Without those that break a rule.</param>
/// <param name="Contents">What the set held, in words for a trace.</param>
internal sealed record FetchedKeys(IReadOnlyList<Jwk> Keys, string Contents);
