using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using ClientAuth.Visuals.Colors;
using ClientAuth.Visuals.Drawing;
using ClientAuth.Visuals.Html;
using ClientAuth.Visuals.PlotlyFigures;

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
            var once = Over(tint, Contrast.Rgb(ground));
            Assert.InRange(Contrast.Of(once, Contrast.Rgb(ink)), 4.5, 21);
            Assert.InRange(Contrast.Of(Over(tint, once), Contrast.Rgb(ink)), 4.5, 21);
        }
    }

    [Theory]
    [MemberData(nameof(Themes))]
    public void Numbers_read_on_the_ground_of_every_place_of_a_matrix(string ground, string ink) =>
        Assert.All(
            Tint.Counts,
            tint => Assert.InRange(Contrast.Of(Over(tint, Contrast.Rgb(ground)), Contrast.Rgb(ink)), 4.5, 21)
        );

    [Fact]
    public void Numbers_read_on_every_bar() =>
        Assert.All(SeriesLook.All, look => Assert.InRange(Contrast.Of(look.Fill, look.Ink), 4.5, 21));

    [Theory]
    [InlineData("#ffffff")]
    [InlineData("#1f1f1f")]
    public void Marks_stand_out_from_both_grounds(string ground)
    {
        // WCAG 2.2 §1.4.11 asks 3 to 1 of graphics.
        Assert.InRange(Contrast.Of(Palette.Passed, ground), 3, 21);
        Assert.InRange(Contrast.Of(Palette.Failed, ground), 3, 21);
    }

    [Theory]
    [InlineData("#ffffff")]
    [InlineData("#1e1e1e")]
    public void Lines_and_markers_stand_out_from_both_grounds(string ground) =>
        Assert.All(LineLook.All, look => Assert.InRange(Contrast.Of(look.Color, ground), 3, 21));

    /// <summary>4.5 to 1 on both grounds is impossible: white and #1e1e1e are 16.67 to 1, so one colour has 4.08 at best.</summary>
    [Theory]
    [InlineData("#ffffff")]
    [InlineData("#1e1e1e")]
    public void Text_of_a_plotly_figure_reads_on_both_grounds_as_well_as_one_colour_can(string ground)
    {
        Assert.InRange(Math.Sqrt(Contrast.Of("#ffffff", "#1e1e1e")), 4, 4.5);
        Assert.InRange(Contrast.Of(PlotlyTheme.Ink, ground), 4.05, 21);
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
}
