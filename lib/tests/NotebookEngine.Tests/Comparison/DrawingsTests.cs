using NotebookEngine.Comparison;

namespace NotebookEngine.Tests.Comparison;

/// <summary>Of a drawing that holds measured figures the words count, of every other one all but the geometry.</summary>
public sealed class DrawingsTests
{
    private const string Measured = """
        <svg width="760"><title>One request</title><text x="3">handshake: 5.74 ms</text><text x="9">10</text></svg>
        """;

    private const string Sequence = """
        <svg viewBox="0 0 760 220"><rect x="1" width="16.5" fill="#e69f00"/><text>POST /token</text><text>401</text></svg>
        """;

    [Fact]
    public void Of_a_measured_drawing_the_words_are_left() =>
        Assert.Equal(
            "<p>before</p><svg>«drawing» One request | handshake: «duration»</svg><p>after</p>",
            Drawings.Mask($"<p>before</p>{Measured.Trim()}<p>after</p>", isMeasured: true)
        );

    [Theory]
    [InlineData("<text x=\"9\">10</text>", "<text x=\"4\">5</text><text x=\"8\">10</text>")]
    [InlineData("5.74 ms", "12 ms")]
    [InlineData("760", "380")]
    public void A_grid_of_another_step_is_no_difference(string before, string after) =>
        Assert.Equal(
            Drawings.Mask(Measured, isMeasured: true),
            Drawings.Mask(Measured.Replace(before, after, StringComparison.Ordinal), isMeasured: true)
        );

    [Fact]
    public void Another_word_in_a_measured_drawing_is_a_difference() =>
        Assert.NotEqual(
            Drawings.Mask(Measured, isMeasured: true),
            Drawings.Mask(Measured.Replace("handshake", "connect", StringComparison.Ordinal), isMeasured: true)
        );

    [Fact]
    public void Of_any_other_drawing_the_geometry_is_left_out() =>
        Assert.Equal(
            """<svg viewBox="«n» «n» «n» «n»"><rect x="«n»" width="«n»" fill="#e69f00"/><text>POST /token</text><text>401</text></svg>""",
            Drawings.Mask(Sequence.Trim(), isMeasured: false)
        );

    [Theory]
    [InlineData("<text>401</text>", "<text>400</text>")]
    [InlineData("#e69f00", "#cc79a7")]
    [InlineData("<text>401</text>", "")]
    [InlineData("<rect", "<circle")]
    public void Another_text_colour_or_shape_is_a_difference(string before, string after) =>
        Assert.NotEqual(
            Drawings.Mask(Sequence, isMeasured: false),
            Drawings.Mask(Sequence.Replace(before, after, StringComparison.Ordinal), isMeasured: false)
        );

    [Fact]
    public void The_name_of_a_pattern_made_from_what_is_drawn_is_left_out() =>
        Assert.Equal(
            """<svg><pattern id="ca-«id»-1"></pattern><rect fill="url(#ca-«id»-1)"></rect></svg>""",
            Drawings.Mask(
                """<svg><pattern id="ca-f74fb203-1"></pattern><rect fill="url(#ca-f74fb203-1)"></rect></svg>""",
                isMeasured: false
            )
        );

    [Theory]
    [InlineData("handshake 5.74 ms", true)]
    [InlineData("Time (ms) by round", true)]
    [InlineData("12\u00A0µs", true)]
    [InlineData("in 1.5 s", true)]
    [InlineData("exp is 300 s after iat", false)]
    [InlineData("11 of 12 refused", false)]
    public void A_figure_of_time_and_an_axis_of_time_are_measured(string text, bool isMeasured) =>
        Assert.Equal(isMeasured, Drawings.IsMeasured(text));
}
