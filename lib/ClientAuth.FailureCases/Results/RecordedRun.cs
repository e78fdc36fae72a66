using System.Text.Json.Serialization;

namespace ClientAuth.FailureCases.Results;

/// <summary>The recorded responses to a case that the standard client of one method sent.</summary>
public sealed record RecordedRun
{
    /// <summary>The id of the case.</summary>
    public required string Case { get; init; }

    /// <summary>The method whose standard client sent it.</summary>
    public required string Method { get; init; }

    /// <summary>Empty where nothing was sent, since the server does not start with such a registration.</summary>
    public required IReadOnlyList<CaseResponse> Responses { get; init; }

    /// <summary>The responses in one line, by which two runs are compared.</summary>
    [JsonIgnore]
    public string Outcome =>
        Responses is [] ? "no server starts with such a registration" : string.Join("; ", Responses);

    /// <summary>The run of a result, whether it was as expected or not.</summary>
    public static RecordedRun Of(CaseResult result) =>
        new()
        {
            Case = result.Case.Id,
            Method = result.Method,
            Responses = CaseResponse.AllOf(result),
        };

    public override string ToString() => $"{Case} {Method}: {Outcome}";
}
