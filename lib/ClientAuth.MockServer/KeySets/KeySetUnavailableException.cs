namespace ClientAuth.MockServer.KeySets;

/// <summary>Why a client's key set could not be had, in words for a trace.</summary>
internal sealed class KeySetUnavailableException(string message) : Exception(message);
