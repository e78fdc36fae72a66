using NotebookEngine.Kernel.Requests;

namespace NotebookEngine.Tests.Kernel;

public sealed class CodePointTests
{
    [Theory]
    [InlineData("abc", 2, 2)]
    [InlineData("🙂b", 1, 2)]
    [InlineData("🙂b", 2, 3)]
    [InlineData("a\u0301🙂", 3, 4)]
    [InlineData("\ud83dx", 1, 1)]
    public void A_cursor_goes_to_UTF_16_and_back(string text, int codePoints, int index)
    {
        Assert.Equal(index, CodePoints.ToUtf16(text, codePoints));
        Assert.Equal(codePoints, CodePoints.FromUtf16(text, index));
    }

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(99, 3)]
    [InlineData(int.MaxValue, 3)]
    public void A_cursor_outside_of_the_text_is_at_its_nearest_end(int codePoints, int index) =>
        Assert.Equal(index, CodePoints.ToUtf16("🙂b", codePoints));
}
