using Microsoft.Extensions.Time.Testing;
using NotebookEngine.Kernel.Messages;

namespace NotebookEngine.Tests.Kernel;

public sealed class KernelLogTests
{
    private readonly FakeTimeProvider _clock = new();

    [Fact]
    public void Of_a_flood_the_first_lines_are_written_and_the_others_counted()
    {
        using var writer = new CountingWriter(20);
        using (var log = new KernelLog(writer, _clock))
        {
            for (var n = 0; n < 10_000; n++)
            {
                log.Write($"line {n}");
            }

            // A line is also left out while too many wait for a writer that is slow.
            writer.Written.Wait(TestContext.Current.CancellationToken);
            _clock.Advance(TimeSpan.FromSeconds(10));
            log.Write("later");
        }

        Assert.Equal(
            [.. Enumerable.Range(0, 20).Select(n => $"line {n}"), "9980 more lines were left out", "later"],
            writer.Lines
        );
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

    /// <summary>Keeps the lines, and says when so many have been written.</summary>
    private sealed class CountingWriter(int awaited) : StringWriter
    {
        private readonly List<string?> _lines = [];

        public ManualResetEventSlim Written { get; } = new();

        public IReadOnlyList<string?> Lines => _lines;

        public override void WriteLine(string? value)
        {
            _lines.Add(value);
            if (_lines.Count == awaited)
            {
                Written.Set();
            }
        }
    }

    private sealed class StoppedWriter : StringWriter
    {
        public ManualResetEventSlim Go { get; } = new();

        public override void WriteLine(string? value) => Go.Wait();
    }
}
