namespace ClientAuth.FailureCases.Tester.Verdicts;

/// <summary>What is other than expected about the responses to one request.</summary>
/// <param name="Verdict">Any but <see cref="ServerVerdict.Held"/>.</param>
/// <param name="Detail">In words; quotes no credential.</param>
internal sealed record Difference(ServerVerdict Verdict, string Detail);
