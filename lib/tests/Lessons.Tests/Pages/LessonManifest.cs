namespace Lessons.Tests.Pages;

/// <summary>One entry of <c>data/lessons.json</c>, from which every lesson's box and every path table is written.</summary>
internal sealed record LessonManifest
{
    public required string File { get; init; }

    public required string Title { get; init; }

    public required string Promise { get; init; }

    public required IReadOnlyList<string> YouWill { get; init; }

    public required string Needs { get; init; }

    /// <summary>To read it and run its cells.</summary>
    public required int Minutes { get; init; }

    /// <summary>For its exercises, besides.</summary>
    public required int ExerciseMinutes { get; init; }

    public required string OutOfScope { get; init; }

    /// <summary>Whether it goes deeper than the path needs.</summary>
    public bool Optional { get; init; }

    /// <summary>The two digits that the file name begins with.</summary>
    public string Number => File[..2];

    public static IReadOnlyList<LessonManifest> ReadAll() =>
        DataFile.Read<IReadOnlyList<LessonManifest>>("lessons.json");
}
