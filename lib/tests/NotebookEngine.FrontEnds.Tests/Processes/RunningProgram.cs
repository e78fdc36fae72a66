using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;

namespace NotebookEngine.FrontEnds.Tests.Processes;

/// <summary>A program at work, and all that it starts. Disposed, nothing of it is left.</summary>
internal sealed class RunningProgram : IAsyncDisposable
{
    private readonly Process _process;
    private readonly ConcurrentQueue<string> _lines = new();
    private readonly Task _reading;
    private event Action? LineRead;

    private RunningProgram(Process process, ProcessFamily family)
    {
        _process = process;
        Family = family;
        _reading = Task.WhenAll(ReadAsync(process.StandardOutput), ReadAsync(process.StandardError));
    }

    public ProcessFamily Family { get; }

    /// <summary>All that it has written, to whichever stream.</summary>
    public string Output => string.Join('\n', _lines);

    public static RunningProgram Start(
        string name,
        IEnumerable<string> arguments,
        string folder,
        IReadOnlyDictionary<string, string> environment,
        string package
    )
    {
        var start = new ProcessStartInfo(name, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (var (variable, value) in environment)
        {
            start.Environment[variable] = value;
        }

        var family = new ProcessFamily();
        family.Mark(start);
        // Elsewhere nothing tells which processes a front end has left behind.
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Jupyter's own front ends are tested on Linux.");
        var process = RequiredTools.Start(start, package);
        process.StandardInput.Close();
        return new RunningProgram(process, family);
    }

    /// <summary>Waits for a line that holds the words.</summary>
    /// <param name="words">What it holds.</param>
    /// <param name="after">What an earlier line has to hold; null for nothing.</param>
    public async Task<string> LineAsync(string words, string? after = null)
    {
        var found = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        LineRead += Look;
        Look();

        using var limit = TestLimit.Start();
        await Task.WhenAny(found.Task, _reading).WaitAsync(limit.Token);
        Assert.True(found.Task.IsCompleted, $"It ended without the words '{words}':\n{Output}");
        return await found.Task;

        void Look()
        {
            var lines = after is null ? _lines : _lines.SkipWhile(line => !Holds(line, after)).Skip(1);
            if (lines.FirstOrDefault(line => Holds(line, words)) is { } line)
            {
                found.TrySetResult(line);
            }
        }

        static bool Holds(string line, string words) => line.Contains(words, StringComparison.Ordinal);
    }

    /// <returns>Its exit code, when it has ended by itself.</returns>
    public async Task<int> EndAsync()
    {
        using var limit = TestLimit.Start();
        try
        {
            await _process.WaitForExitAsync(limit.Token);
            // A child that inherited the streams would keep them open: then there is a child too many.
            await _reading.WaitAsync(limit.Token);
            return _process.ExitCode;
        }
        catch (OperationCanceledException)
        {
            Assert.Fail($"Still running: {string.Join("; ", Family.Alive().Values)}\n{Output}");
            throw;
        }
    }

    /// <summary>Kills it alone; what it has started is left to itself.</summary>
    public async Task KillAsync()
    {
        UnixSignal.Kill(_process.Id);
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Asks it alone to end, and waits; what it has started may go on, and write to its output.</summary>
    public async Task TerminateAsync()
    {
        UnixSignal.Terminate(_process.Id);
        using var limit = TestLimit.Start();
        await _process.WaitForExitAsync(limit.Token);
    }

    public async ValueTask DisposeAsync()
    {
        await Family.KillAsync();
        _process.Dispose();
    }

    private async Task ReadAsync(StreamReader stream)
    {
        while (await stream.ReadLineAsync() is { } line)
        {
            _lines.Enqueue(line);
            LineRead?.Invoke();
        }
    }
}
