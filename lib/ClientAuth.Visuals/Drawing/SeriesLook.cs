using ClientAuth.Visuals.Colors;

namespace ClientAuth.Visuals.Drawing;

/// <summary>Colour and hatch of a series; the hatch carries the same difference. The ink is the colour of text on the fill.</summary>
internal sealed record SeriesLook(string Fill, string Ink, Hatch Hatch)
{
    public static IReadOnlyList<SeriesLook> All { get; } =
    [
        new(Palette.Orange, Palette.Black, Hatch.None),
        new(Palette.SkyBlue, Palette.Black, Hatch.Rising),
        new(Palette.Blue, Palette.White, Hatch.None),
        new(Palette.Yellow, Palette.Black, Hatch.Dots),
        new(Palette.BluishGreen, Palette.Black, Hatch.Upright),
        new(Palette.ReddishPurple, Palette.Black, Hatch.Falling),
    ];

    /// <summary>The looks repeat where there are more series than looks; order and labels still tell them apart.</summary>
    public static SeriesLook At(int index) => All[index % All.Count];
}
