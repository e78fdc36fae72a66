namespace ClientAuth.Lab.Measuring;

/// <summary>Something that only computes: no wire, no wait.</summary>
/// <param name="Variant">What it is called.</param>
/// <param name="Part">Which part of it, such as <c>sign</c>.</param>
/// <param name="Run">Does it once.</param>
internal sealed record Computation(string Variant, string Part, Action Run);
