using NotebookEngine.Comparison;

namespace NotebookEngine.Tests.Comparison;

public sealed class MarkedPartsTests
{
    [Theory]
    [InlineData("<td data-volatile>12 handshakes</td><td>b</td>", "<td data-volatile>«volatile»</td><td>b</td>")]
    [InlineData("<b data-volatile=\"\" id=\"a\">1<i>2</i></b>", "<b data-volatile=\"\" id=\"a\">«volatile»</b>")]
    [InlineData(
        "<div data-volatile><div>a</div><br/><div>b</div></div><div>c</div>",
        "<div data-volatile>«volatile»</div><div>c</div>"
    )]
    [InlineData(
        "<i data-volatile>1</i>, <i data-volatile>2</i>",
        "<i data-volatile>«volatile»</i>, <i data-volatile>«volatile»</i>"
    )]
    [InlineData("<p data-volatile>never closed", "<p data-volatile>«volatile»")]
    public void What_a_view_marks_is_left_out(string html, string masked) =>
        Assert.Equal(masked, MarkedParts.Mask(html));

    [Theory]
    [InlineData("<td>data-volatile</td>")]
    [InlineData("<td data-volatile-not=\"\">1</td>")]
    [InlineData("<td title=\"a\">data-volatile <b>1</b></td>")]
    public void Everything_else_stays(string html) => Assert.Equal(html, MarkedParts.Mask(html));
}
