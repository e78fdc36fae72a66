namespace ClientAuth.MockServer.Platforms.Evidence;

/// <summary>Evidence that holds.</summary>
/// <param name="KeyUse">What is still to be remembered of Apple's key; null for other platforms.</param>
internal sealed record VerifiedEvidence(AppKeyUse? KeyUse = null);
