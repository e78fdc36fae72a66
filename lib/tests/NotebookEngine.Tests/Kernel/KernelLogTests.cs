using Microsoft.Extensions.Time.Testing;
using NotebookEngine.Kernel;

namespace NotebookEngine.Tests.Kernel;

public sealed class KernelLogTests
{
    private readonly FakeTimeProvider _clock = new();

    [Fact]
    public void Of_a_flood_the_first_lines_are_written_and_the_others_counted()
    {
        using var writer = new StringWriter { NewLine = "\n" };
        using (var log = new KernelLog(writer, _clock))
        {
            for (var n = 0; n < 10_000; n++)
            {
                log.Write($"line {n}");
            }

            _clock.Advance(TimeSpan.FromSeconds(10));
            log.Write("later");
        }

        var lines = writer.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var written = lines.Count(line => line.StartsWith("line ", StringComparison.Ordinal));
        Assert.InRange(written, 1, 20);
        Assert.Equal($"{10_000 - written} more lines were left out", lines[written]);
        Assert.Equal("later", lines[^1]);
        Assert.Equal(written + 2, lines.Length);
    }

    [Fact]
    public void A_line_is_one_line()
    {
        using var writer = new StringWriter { NewLine = "\n" };
        using (var log = new KernelLog(writer, _clock))
        {
            log.Write("a\r\nb\nc");
        }

        Assert.Equal("a b c\n", writer.ToString());
    }

    [Fact]
    public async Task A_reader_who_has_stopped_reading_stops_nobody()
    {
        using var writer = new StoppedWriter();
        var writing = Task.Run(
            () =>
            {
                using var log = new KernelLog(writer, _clock);
                for (var n = 0; n < 10_000; n++)
                {
                    log.Write("line");
                }
            },
            TestContext.Current.CancellationToken
        );

        await writing.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
        writer.Go.Set();
    }

    private sealed class StoppedWriter : StringWriter
    {
        public ManualResetEventSlim Go { get; } = new();

        public override void WriteLine(string? value) => Go.Wait();
    }
}
