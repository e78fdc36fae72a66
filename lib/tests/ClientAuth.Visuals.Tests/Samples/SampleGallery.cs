using ClientAuth.Visuals.Gallery;

namespace ClientAuth.Visuals.Tests.Samples;

/// <summary>Cases and groups of a small gallery.</summary>
internal static class SampleGallery
{
    public static IReadOnlyList<GalleryGroup> Groups { get; } =
    [new("Time", "Is it good now?"), new("Audience", "Is it meant for this server?")];

    public static IReadOnlyList<GalleryCase> Cases { get; } =
    [
        new("J24", "exp five minutes ago", "Time", "assertion.exp", "401 invalid_client", false, Runs(true, true)),
        new("J23", "No exp", "Time", "assertion.exp", "401 invalid_client", false, Runs(true, false)),
        new("J25", "exp within the skew", "Time", null, "200", true, Runs(true)),
        new("J14", "aud of another server", "Audience", "assertion.aud", "401 invalid_client", false, Runs(true)),
    ];

    public static IReadOnlyList<string> Columns { get; } = ["secret JWT", "key JWT"];

    /// <summary>With the text in every place that takes one.</summary>
    public static GalleryCase Case(string text) =>
        new(text, text, text, text, text, false, [new GalleryRun(text, true), new GalleryRun("another", false)]);

    /// <summary>The same, run; without exchanges.</summary>
    public static ShownCase Shown(string text) =>
        new()
        {
            Id = text,
            Title = text,
            Why = text,
            Method = text,
            Group = new GalleryGroup(text, text),
            Specification = text,
            Response = text,
            Setting = [text],
        };

    // The first by "key JWT", a second by "secret JWT".
    private static List<GalleryRun> Runs(params IReadOnlyList<bool> asExpected) =>
        [.. asExpected.Select((right, index) => new GalleryRun(index == 0 ? "key JWT" : "secret JWT", right))];
}
