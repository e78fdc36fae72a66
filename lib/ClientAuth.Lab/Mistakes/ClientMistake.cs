namespace ClientAuth.Lab.Mistakes;

/// <summary>One mistake that people make with client authentication: how it shows, where it lies, and how to mend it.</summary>
public sealed record ClientMistake
{
    /// <summary><c>M01</c> and so on.</summary>
    public required string Id { get; init; }

    /// <summary>The mistake in a few words, in Markdown as all texts.</summary>
    public required string Title { get; init; }

    /// <summary>1 for the mistake that is met most often; null where it was not counted.</summary>
    public required int? Rank { get; init; }

    public required IReadOnlyList<Symptom> Symptoms { get; init; }

    public required MistakeSide Side { get; init; }

    /// <summary>What is wrong.</summary>
    public required string Wrong { get; init; }

    /// <summary>How to see that it is this mistake: a command, or what to print.</summary>
    public required string Look { get; init; }

    /// <summary>What to change.</summary>
    public required string Mend { get; init; }

    /// <summary>Registered names of methods, or one of <see cref="ClientMistakes.OtherMethods"/>.</summary>
    public required IReadOnlyList<string> Methods { get; init; }

    /// <summary>The failure cases of <c>data/failure-cases.json</c> that show it.</summary>
    public required IReadOnlyList<string> Cases { get; init; }

    /// <summary>The cell that shows it, <c>02#window</c>; null where there is none.</summary>
    public required string? LessonCell { get; init; }

    /// <summary>Why neither a case nor a cell shows it; null where one does.</summary>
    public required string? NoneBecause { get; init; }
}

/// <summary>How somebody notices a mistake.</summary>
/// <param name="Server">The server or the tool that says it; null for what somebody sees without a message.</param>
/// <param name="Text">A few words of its message, or a description.</param>
/// <param name="Literal">Whether the text is the message itself, to search for.</param>
public sealed record Symptom(string? Server, string Text, bool Literal);
