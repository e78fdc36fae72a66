using ClientAuth.Protocol.Recording;

namespace ClientAuth.Visuals.Charts;

/// <summary>How long one request with one method took, phase by phase.</summary>
/// <param name="Method">The method's registered name, or a label of the lesson.</param>
/// <param name="Phases">In any order; phases of the same name are added up.</param>
public sealed record MethodTiming(string Method, IReadOnlyList<RecordedPhase> Phases);
