namespace ClientAuth.Lab.Gallery;

/// <summary>Failures of one kind, as a learner would sort them.</summary>
public sealed record FailureGroup
{
    /// <summary>A word, such as <c>Audience</c>.</summary>
    public required string Name { get; init; }

    /// <summary>What the server asks.</summary>
    public required string Asks { get; init; }

    /// <summary>
    /// The checks of which one failed: a name, or one half of it (<c>certificate.*</c>, <c>*.aud</c>). A whole name goes before a first
    /// half, and that before a second.
    /// </summary>
    public required IReadOnlyList<string> Checks { get; init; }

    /// <summary>Sections of the catalogue, for cases of which no check must fail.</summary>
    public required IReadOnlyList<string> Sections { get; init; }

    /// <summary>Cases of which no check must fail and which their section would lead elsewhere: an id, with all its variants or with one.</summary>
    public required IReadOnlyList<string> Cases { get; init; }
}
