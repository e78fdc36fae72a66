using System.Globalization;
using System.Text.RegularExpressions;

namespace ClientAuth.Visuals.Tests.Html;

/// <summary>The contrast of two colours as WCAG 2.2 defines it, from 1 to 21.</summary>
internal static class Contrast
{
    public static double Of(double[] one, double[] other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    /// <summary>Of two colours as <c>#rrggbb</c> or <c>rgb(r, g, b)</c>.</summary>
    public static double Of(string one, string other) => Of(Rgb(one), Rgb(other));

    /// <summary>Red, green and blue from 0 to 1.</summary>
    public static double[] Rgb(string color) =>
        color.StartsWith('#')
            ? [.. new[] { 1, 3, 5 }.Select(at => Convert.ToInt32(color.Substring(at, 2), 16) / 255.0)]
            :
            [
                .. Regex
                    .Matches(color, @"[\d.]+")
                    .Take(3)
                    .Select(part => double.Parse(part.Value, CultureInfo.InvariantCulture) / 255),
            ];

    private static double Luminance(double[] rgb) =>
        (0.2126 * Linear(rgb[0])) + (0.7152 * Linear(rgb[1])) + (0.0722 * Linear(rgb[2]));

    private static double Linear(double c) => c <= 0.04045 ? c / 12.92 : Math.Pow((c + 0.055) / 1.055, 2.4);
}
