using NotebookEngine.Language;

namespace NotebookEngine.Tests.Language;

public sealed class FaultTests(Engine engine) : IDisposable
{
    private readonly LanguageSession _session = new(engine);

    public void Dispose() => _session.Dispose();

    [Fact]
    public async Task A_fault_is_no_completion_and_one_line_of_the_log_without_the_cells_text()
    {
        await _session.RunAsync("var survivor = 1;");

        var texts = await _session.TextsAsync("#r \"private\0/|");

        Assert.Empty(texts);
        Assert.Equal(
            "The editor services failed: System.ArgumentException in System.String GetFullPath(System.String, System.String)",
            Assert.Single(_session.Log)
        );
        Assert.Equal(["survivor"], await _session.TextsAsync("surv|"));
        Assert.Equal(1, _session.Language.Submissions);
    }

    [Theory]
    [InlineData("(")]
    [InlineData("List<")]
    [InlineData("$\"{")]
    public async Task Nesting_that_would_end_the_process_is_left_alone(string opening)
    {
        var code = string.Concat(Enumerable.Repeat(opening, 20_000));

        Assert.Empty(await _session.TextsAsync($"{code}Consol|"));
        Assert.Null(await _session.ExplainAsync($"{code}Console|"));
        Assert.Equal(new Completeness(CompletenessStatus.Incomplete, ""), _session.Language.IsComplete(code));
        Assert.Empty(_session.Log);
    }

    [Fact]
    public async Task Comparisons_are_no_nesting()
    {
        var code = string.Concat(Enumerable.Repeat("if (1 < 2) { }\n_ = 1 < 2;\n", 1_000));

        Assert.Contains("Console", await _session.TextsAsync($"{code}Consol|"));
    }

    [Fact]
    public async Task A_cancelled_request_ends_and_the_next_is_answered()
    {
        using var cancelled = new CancellationTokenSource();
        await _session.RunAsync("var survivor = 1;");
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            _session.Language.CompleteAsync("surv", 4, cancelled.Token)
        );
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            _session.Language.InspectAsync("survivor", 4, 0, cancelled.Token)
        );

        Assert.Equal(["survivor"], await _session.TextsAsync("surv|"));
        Assert.Empty(_session.Log);
    }
}
