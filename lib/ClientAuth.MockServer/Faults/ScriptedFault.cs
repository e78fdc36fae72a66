namespace ClientAuth.MockServer.Faults;

/// <summary>One entry of a <see cref="FaultScript"/>.</summary>
/// <param name="At">Where it strikes.</param>
/// <param name="Fault">What happens there.</param>
/// <param name="Times">How many more times; null until it is cleared.</param>
public sealed record ScriptedFault(FaultPoint At, Fault Fault, int? Times);
