using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using ClientAuth.Visuals.Charts;
using ClientAuth.Visuals.Html;

namespace ClientAuth.Visuals.Tests.Html;

/// <summary>WCAG 2.2 §1.4.3: text has a contrast of at least 4.5 to 1 to its ground.</summary>
public sealed class ContrastTests
{
    /// <summary>Ground and text of VS Code's and JupyterLab's light and dark themes.</summary>
    public static readonly TheoryData<string, string> Themes = new()
    {
        { "#ffffff", "#3b3b3b" },
        { "#1f1f1f", "#cccccc" },
        { "#ffffff", "#212121" },
        { "#111111", "#dedede" },
    };

    [Theory]
    [MemberData(nameof(Themes))]
    public void Text_reads_on_every_tint_of_every_theme(string ground, string ink)
    {
        foreach (var tint in Tint.All)
        {
            // A chip lies on the ground of a failing row, so tints are laid twice.
            var once = Over(tint, Rgb(ground));
            Assert.InRange(Contrast(once, Rgb(ink)), 4.5, 21);
            Assert.InRange(Contrast(Over(tint, once), Rgb(ink)), 4.5, 21);
        }
    }

    [Fact]
    public void Numbers_read_on_every_bar() =>
        Assert.All(SeriesLook.All, look => Assert.InRange(Contrast(Rgb(look.Fill), Rgb(look.Ink)), 4.5, 21));

    [Theory]
    [InlineData("#ffffff")]
    [InlineData("#1f1f1f")]
    public void Marks_stand_out_from_both_grounds(string ground)
    {
        // WCAG 2.2 §1.4.11 asks 3 to 1 of graphics.
        Assert.InRange(Contrast(Rgb(SeriesLook.Passed), Rgb(ground)), 3, 21);
        Assert.InRange(Contrast(Rgb(SeriesLook.Failed), Rgb(ground)), 3, 21);
    }

    [Fact]
    public void No_style_sets_a_text_colour_or_an_opaque_ground()
    {
        var styles = typeof(Style)
            .GetProperties(BindingFlags.Static | BindingFlags.Public)
            .Select(property => ((Style)property.GetValue(null)!).Css)
            .ToList();

        Assert.NotEmpty(styles);
        Assert.All(styles, css => Assert.DoesNotMatch("(^|;)color:(?!inherit)", css));
        Assert.All(styles, css => Assert.DoesNotMatch("background:(?!transparent|rgba)", css));
    }

    private static double[] Over(string rgba, double[] ground)
    {
        var parts = Regex
            .Matches(rgba, @"[\d.]+")
            .Select(m => double.Parse(m.Value, CultureInfo.InvariantCulture))
            .ToArray();
        return [.. ground.Select((g, i) => (parts[3] * parts[i] / 255) + ((1 - parts[3]) * g))];
    }

    private static double[] Rgb(string hex) =>
        [.. new[] { 1, 3, 5 }.Select(at => Convert.ToInt32(hex.Substring(at, 2), 16) / 255.0)];

    private static double Contrast(double[] one, double[] other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static double Luminance(double[] rgb) =>
        (0.2126 * Linear(rgb[0])) + (0.7152 * Linear(rgb[1])) + (0.0722 * Linear(rgb[2]));

    private static double Linear(double c) => c <= 0.04045 ? c / 12.92 : Math.Pow((c + 0.055) / 1.055, 2.4);
}
