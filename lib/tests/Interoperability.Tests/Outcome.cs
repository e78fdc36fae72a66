namespace Interoperability.Tests;

/// <summary>What came of one row between two programs.</summary>
/// <param name="Right">What the right credential got, for example <c>token</c>.</param>
/// <param name="Wrong">What a wrong one got: status and error; at this project's server also the check that failed, by its name in the trace.</param>
internal sealed record Outcome(string Right, string Wrong);
