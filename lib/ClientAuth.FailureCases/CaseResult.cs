using ClientAuth.FailureCases.Catalogue;
using ClientAuth.FailureCases.Running;

namespace ClientAuth.FailureCases;

/// <summary>The result of running a case.</summary>
/// <param name="Case">The case.</param>
/// <param name="Method">The method whose client sent it.</param>
/// <param name="Exchanges">Every request, in order.</param>
/// <param name="Problems">What was not as expected, in words; empty where all was. Never quotes a credential.</param>
public sealed record CaseResult(
    FailureCase Case,
    string Method,
    IReadOnlyList<CaseExchange> Exchanges,
    IReadOnlyList<string> Problems
)
{
    public bool IsAsExpected => Problems.Count == 0;

    public override string ToString() =>
        $"{Case.Id} {Method}: {(IsAsExpected ? "as expected" : string.Join("; ", Problems))}";
}
