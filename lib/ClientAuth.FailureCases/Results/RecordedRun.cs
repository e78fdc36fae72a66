using System.Text.Json.Serialization;
using ClientAuth.FailureCases.Running;

namespace ClientAuth.FailureCases.Results;

/// <summary>What came of a case in the hands of one method.</summary>
public sealed record RecordedRun
{
    /// <summary>The id of the case.</summary>
    public required string Case { get; init; }

    /// <summary>Whose standard client sent it.</summary>
    public required string Method { get; init; }

    /// <summary>None where no server could be asked, since it does not start with such a registration.</summary>
    public required IReadOnlyList<CaseAnswer> Answers { get; init; }

    /// <summary>The answers in one line, by which two runs are compared.</summary>
    [JsonIgnore]
    public string Outcome => Answers is [] ? "no server starts with such a registration" : string.Join("; ", Answers);

    /// <summary>What a result comes to, whether it was as expected or not.</summary>
    public static RecordedRun Of(CaseResult result) =>
        new()
        {
            Case = result.Case.Id,
            Method = result.Method,
            Answers = CaseAnswer.AllOf(result),
        };

    public override string ToString() => $"{Case} {Method}: {Outcome}";
}
