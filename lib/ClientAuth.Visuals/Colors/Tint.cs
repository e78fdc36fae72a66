namespace ClientAuth.Visuals.Colors;

/// <summary>Half-transparent grounds from the palette of Okabe and Ito; the contrast of text on each is tested for both themes.</summary>
internal static class Tint
{
    public const string Vermillion = "rgba(213,94,0,.20)";
    public const string Green = "rgba(0,158,115,.20)";
    public const string Blue = "rgba(86,180,233,.22)";
    public const string Purple = "rgba(204,121,167,.22)";

    /// <summary>Of numbers: the greater the number, the stronger.</summary>
    public static IReadOnlyList<string> Counts { get; } =
    ["rgba(86,180,233,.0)", "rgba(86,180,233,.10)", "rgba(86,180,233,.21)", "rgba(86,180,233,.32)"];

    public static IReadOnlyList<string> All { get; } = [Vermillion, Green, Blue, Purple];
}
