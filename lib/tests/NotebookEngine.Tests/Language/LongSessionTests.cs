namespace NotebookEngine.Tests.Language;

public sealed class LongSessionTests(Engine engine) : IDisposable
{
    private readonly LanguageSession _session = new(engine);

    public void Dispose() => _session.Dispose();

    [Fact]
    public async Task Nothing_is_added_before_the_first_request_and_each_cell_once_after_it()
    {
        await _session.RunAsync("var first = 1;");
        Assert.Equal(0, _session.Language.Submissions);

        await _session.TextsAsync("fir|");
        await _session.TextsAsync("fir|");
        await _session.ExplainAsync("first|");
        Assert.Equal(1, _session.Language.Submissions);

        await _session.RunAsync("var second = 2;");
        Assert.Equal(["second"], await _session.TextsAsync("secon|"));
        Assert.Equal(2, _session.Language.Submissions);
    }

    [Fact]
    public async Task A_cell_that_declares_nothing_is_not_added()
    {
        await _session.RunAsync("var x = 1;");
        await _session.RunAsync("x = 2;\nforeach (var n in new[] { 1, 2 }) { x += n; }\nx");

        Assert.Equal("(variable) int x\n\nvariable of In [1]", await _session.ExplainAsync("x|"));
        Assert.Equal(1, _session.Language.Submissions);
    }

    [Fact]
    public async Task Hundreds_of_cells_are_all_known()
    {
        const int cells = 300;
        for (var cell = 1; cell <= cells; cell++)
        {
            await _session.RunAsync($"var counted{cell} = {cell};\nvar newest = \"{cell}\";");
        }

        Assert.Equal(["counted1", "counted10", "counted100"], (await _session.TextsAsync("counted1|")).Take(3));
        Assert.Equal("(variable) string newest\n\nvariable of In [300]", await _session.ExplainAsync("newest|"));
        Assert.Equal("(variable) int counted7\n\nvariable of In [7]", await _session.ExplainAsync("counted7|"));
        Assert.Equal(cells, _session.Language.Submissions);

        await _session.RunAsync("var newest = 1;");

        Assert.Equal("(variable) int newest\n\nvariable of In [301]", await _session.ExplainAsync("newest|"));
        Assert.Equal(cells + 1, _session.Language.Submissions);
        Assert.Empty(_session.Log);
    }
}
