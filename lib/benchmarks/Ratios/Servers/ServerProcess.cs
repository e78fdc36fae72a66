using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Tests.Shared;

namespace Ratios.Servers;

/// <summary>A server in a process of its own, so that its processor time is the server's alone. It ends with its standard input.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private readonly Process _process;

    private ServerProcess(Process process, ServerReady ready)
    {
        _process = process;
        Ready = ready;
    }

    public ServerReady Ready { get; }

    /// <summary>User and system time of the process so far.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>Bytes of the process in memory.</summary>
    public long WorkingSet
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    /// <summary>A server that this program is, when it is started with <c>serve</c> and the kind.</summary>
    /// <param name="kind">Which one.</param>
    /// <param name="setup">What it is told.</param>
    /// <param name="isServedLong">Whether it is to be warmed up; otherwise it starts as any program does.</param>
    public static Task<ServerProcess> StartAsync(string kind, ServerSetup setup, bool isServedLong = true)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!);
        if (Path.GetFileNameWithoutExtension(start.FileName) == "dotnet")
        {
            start.ArgumentList.Add(typeof(ServerProcess).Assembly.Location);
        }

        if (isServedLong)
        {
            // What is called often is compiled for good at once: a warm-up is then a few thousand requests long.
            start.Environment["DOTNET_TC_CallCountingDelayMs"] = "0";
        }

        start.ArgumentList.Add("serve");
        start.ArgumentList.Add(kind);
        return StartAsync(
            start,
            setup.Write(),
            line => JsonSerializer.Deserialize(line, ServerJson.Default.ServerReady)!
        );
    }

    /// <param name="start">The program.</param>
    /// <param name="setup">The line that it gets.</param>
    /// <param name="ready">Reads the line that it answers.</param>
    /// <exception cref="InvalidOperationException">The program has ended, answered something else, or not answered in time; it no longer runs, and
    /// the message has what it wrote.</exception>
    public static async Task<ServerProcess> StartAsync(
        ProcessStartInfo start,
        string setup,
        Func<string, ServerReady> ready
    )
    {
        start.RedirectStandardInput = true;
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        start.StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        try
        {
            using var limit = new CancellationTokenSource(Limit);
            await process.StandardInput.WriteLineAsync(setup.AsMemory(), limit.Token);
            await process.StandardInput.FlushAsync(limit.Token);
            var line = await process.StandardOutput.ReadLineAsync(limit.Token);
            return new ServerProcess(process, ready(line ?? throw new EndOfStreamException("it has ended.")));
        }
        catch (Exception problem)
        {
            process.Kill();
            var why =
                problem is OperationCanceledException
                    ? FormattableString.Invariant($"no answer within {Limit.TotalSeconds} s.")
                    : problem.Message;
            var message = $"{start.FileName} does not serve: {why} {await errors}";
            process.Dispose();
            throw new InvalidOperationException(message.Trim(), problem);
        }
    }

    public ValueTask DisposeAsync() => _process.EndWithInputAsync(Limit);
}
