namespace NotebookEngine.Installation.Checks;

/// <summary>One thing that was looked at, and how it is.</summary>
internal sealed record Finding
{
    public required FindingLevel Level { get; init; }

    /// <summary>What was looked at, in a word or two.</summary>
    public required string Subject { get; init; }

    public required string Text { get; init; }

    /// <summary>What to do; nothing where all is well.</summary>
    public string? Remedy { get; init; }

    internal static Finding Ok(string subject, string text) =>
        new()
        {
            Level = FindingLevel.Ok,
            Subject = subject,
            Text = text,
        };

    /// <summary>It works, but perhaps not as one would expect.</summary>
    internal static Finding Warning(string subject, string text, string remedy) =>
        new()
        {
            Level = FindingLevel.Warning,
            Subject = subject,
            Text = text,
            Remedy = remedy,
        };

    /// <summary>Something does not work.</summary>
    internal static Finding Problem(string subject, string text, string remedy) =>
        new()
        {
            Level = FindingLevel.Problem,
            Subject = subject,
            Text = text,
            Remedy = remedy,
        };
}
