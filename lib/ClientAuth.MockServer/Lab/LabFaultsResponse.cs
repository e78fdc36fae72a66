namespace ClientAuth.MockServer.Lab;

/// <summary>The script: what is to come, and how often a fault has struck at each point.</summary>
internal sealed record LabFaultsResponse(IReadOnlyList<LabFaultResponse> Faults, IReadOnlyDictionary<string, int> Seen);
