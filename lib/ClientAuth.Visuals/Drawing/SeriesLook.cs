namespace ClientAuth.Visuals.Drawing;

/// <summary>Colour and hatch of a series. The palette is that of Okabe and Ito, which colour-blind readers can tell apart; the hatch carries the same difference.
/// The ink is the colour of text on the fill.</summary>
internal sealed record SeriesLook(string Fill, string Ink, Hatch Hatch)
{
    public static IReadOnlyList<SeriesLook> All { get; } =
    [
        new("#e69f00", "#000000", Hatch.None),
        new("#56b4e9", "#000000", Hatch.Rising),
        new("#0072b2", "#ffffff", Hatch.None),
        new("#f0e442", "#000000", Hatch.Dots),
        new("#009e73", "#000000", Hatch.Upright),
        new("#cc79a7", "#000000", Hatch.Falling),
    ];

    /// <summary>The colour of a check that passed.</summary>
    public const string Passed = "#009e73";

    /// <summary>The colour of a check that failed; its mark has another shape, too.</summary>
    public const string Failed = "#d55e00";

    /// <summary>The looks repeat where there are more series than looks; order and labels still tell them apart.</summary>
    public static SeriesLook At(int index) => All[index % All.Count];
}
