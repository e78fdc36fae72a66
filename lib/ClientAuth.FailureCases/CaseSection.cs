namespace ClientAuth.FailureCases;

/// <summary>Cases that belong together.</summary>
public sealed record CaseSection
{
    /// <summary>Stable name, for example <c>assertion</c>.</summary>
    public required string Id { get; init; }

    public required string Title { get; init; }

    public required IReadOnlyList<FailureCase> Cases { get; init; }
}
