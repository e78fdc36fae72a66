namespace ClientAuth.Visuals.Colors;

/// <summary>
/// The colours of every chart and view, as <c>#rrggbb</c>: those of Okabe and Ito, which colour-blind readers can tell apart, and
/// what was darkened or mixed so that it stands out from a white and from a dark page alike. Half-transparent grounds: <see cref="Tint"/>.
/// </summary>
internal static class Palette
{
    public const string Orange = "#e69f00";
    public const string SkyBlue = "#56b4e9";
    public const string BluishGreen = "#009e73";
    public const string Yellow = "#f0e442";
    public const string Blue = "#0072b2";
    public const string Vermillion = "#d55e00";
    public const string ReddishPurple = "#cc79a7";
    public const string Black = "#000000";
    public const string White = "#ffffff";

    /// <summary>Orange, darkened until a line or an edge has a contrast of 3 to 1 to a white page (WCAG 2.2 §1.4.11).</summary>
    public const string DarkOrange = "#b37b00";

    /// <summary>Sky blue, darkened likewise.</summary>
    public const string DarkSkyBlue = "#2f8fc4";

    /// <summary>
    /// Text and outlines where the page's own colour of text cannot be had. No single colour has a contrast of 4.5 to 1 (WCAG 2.2
    /// §1.4.3) both to white and to VS Code's dark ground, #1e1e1e; the best is 4.08. This grey has 4.06 to white and 4.11 to #1e1e1e.
    /// </summary>
    public const string Grey = "#7e7e7e";

    /// <summary>What has been sent, and what has the focus.</summary>
    public const string Sent = Blue;

    /// <summary>What passed, or was accepted.</summary>
    public const string Passed = BluishGreen;

    /// <summary>What failed, or was refused; its mark has another shape, too.</summary>
    public const string Failed = Vermillion;
}
