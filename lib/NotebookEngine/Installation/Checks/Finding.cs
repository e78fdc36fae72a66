using System.Text.Json.Serialization;

namespace NotebookEngine.Installation.Checks;

/// <summary>What a check found out: its subject, how bad it is, and the remedy.</summary>
internal sealed record Finding
{
    public required FindingLevel Level { get; init; }

    /// <summary>What was checked, in a word or two.</summary>
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

/// <summary>How bad a finding is.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FindingLevel>))]
internal enum FindingLevel
{
    [JsonStringEnumMemberName("ok")]
    Ok,

    [JsonStringEnumMemberName("warning")]
    Warning,

    [JsonStringEnumMemberName("problem")]
    Problem,
}
