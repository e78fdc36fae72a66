using NotebookEngine.Comparison;

namespace NotebookEngine.Tests.Comparison;

public sealed class OutputMaskTests
{
    [Fact]
    public void A_column_as_wide_as_its_longest_value_is_no_difference() =>
        Assert.Equal(
            Plain("host             ok\n---------------\nlocalhost:39215  yes"),
            Plain("host            ok\n--------------\nlocalhost:8443  yes")
        );

    [Fact]
    public void Indentation_is_one() => Assert.NotEqual(Plain("a\n  b"), Plain("a\n    b"));

    [Fact]
    public void Where_a_long_value_may_be_broken_is_no_difference() =>
        Assert.Equal(
            "<code>«hex»</code>",
            OutputMask.Mask(Forms("text/html", "<code>199e13bc3b2d<wbr />49c39723f8dec40e1139</code>"))["text/html"]
        );

    [Fact]
    public void Where_a_view_marks_a_part_the_text_is_compared_without_numbers() =>
        Assert.Equal(
            "Certificate «number», TLS «number», ES256",
            OutputMask.Mask(
                new Dictionary<string, string>
                {
                    ["text/html"] = "<td data-volatile>519</td>",
                    ["text/plain"] = "Certificate 519, TLS 1.3, ES256",
                }
            )["text/plain"]
        );

    private static string Plain(string text) => OutputMask.Mask(Forms("text/plain", text))["text/plain"];

    private static Dictionary<string, string> Forms(string name, string text) => new() { [name] = text };
}
