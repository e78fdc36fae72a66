namespace ClientAuth.Visuals.Gallery;

/// <summary>A mistake that people make, with the case that shows it.</summary>
public sealed record ShownMistake
{
    /// <summary>1 for the one that is met most often.</summary>
    public required int Rank { get; init; }

    /// <summary>The message that shows it, and who sends it; null where no message does.</summary>
    public required IReadOnlyList<(string? Server, string Text)> Symptoms { get; init; }

    /// <summary>Where it lies, for example <c>your request</c>.</summary>
    public required string Side { get; init; }

    /// <summary>The mistake in a few words; names stand between backticks, here and below.</summary>
    public required string Title { get; init; }

    /// <summary>What is wrong.</summary>
    public required string Wrong { get; init; }

    /// <summary>How to see that it is this mistake.</summary>
    public required string Look { get; init; }

    /// <summary>What to change.</summary>
    public required string Mend { get; init; }

    /// <summary>The case, run just now; null where no server can be asked.</summary>
    public ShownCase? Case { get; init; }

    /// <summary>The page that shows it, and its name; null where there is none.</summary>
    public (string Address, string Words)? Page { get; init; }

    /// <summary>Why neither a case nor a page shows it; null where one does.</summary>
    public string? NoneBecause { get; init; }
}
