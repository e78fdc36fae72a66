namespace ClientAuth.MockServer.KeySets;

/// <summary>What came of asking for a client's key set.</summary>
/// <param name="Keys">What may be used, or null where there is nothing.</param>
/// <param name="Seen">How that came, in words for a trace.</param>
internal sealed record KeySetFetch(FetchedKeys? Keys, string Seen);
