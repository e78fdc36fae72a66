using System.Diagnostics;
using ClientAuth.MockServer;

namespace ClientAuth.Lab.OwnServer;

/// <summary>
/// This project's server in a process of its own, on loopback. It ends with its owner: it listens to the end of its standard input, a
/// pipe that the system closes when this process is gone, however it went.
/// </summary>
internal sealed class StandaloneServer : IAsyncDisposable
{
    private const string ManifestLine = "Manifest:";

    private static readonly TimeSpan LongestStart = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestEnd = TimeSpan.FromSeconds(30);

    private readonly Process _process;
    private int _disposed;

    private StandaloneServer(Process process, string manifest)
    {
        _process = process;
        ManifestPath = manifest;
        ProcessId = process.Id;
    }

    /// <summary>The file with its addresses and those of its clients' credentials, readable by this account alone.</summary>
    public string ManifestPath { get; }

    public int ProcessId { get; }

    public bool HasEnded => _disposed != 0 || _process.HasExited;

    /// <summary>Starts it and waits until it listens.</summary>
    /// <exception cref="InvalidOperationException">It did not start; the message holds what it said.</exception>
    public static async Task<StandaloneServer> StartAsync(CancellationToken cancellationToken = default)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(LongestStart);
        var process = Process.Start(
            new ProcessStartInfo(DotNet, [typeof(MockAuthorizationServer).Assembly.Location, "--end-with-input"])
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                UseShellExecute = false,
                CreateNoWindow = true,
            }
        )!;
        var errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
        try
        {
            while (await process.StandardOutput.ReadLineAsync(limit.Token) is { } line)
            {
                if (line.StartsWith(ManifestLine, StringComparison.Ordinal))
                {
                    // The rest is read so that the pipe never fills.
                    _ = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
                    return new StandaloneServer(process, line[ManifestLine.Length..].Trim());
                }
            }

            throw new InvalidOperationException(
                $"The project's own server did not start: {(await errors).Trim()} Build it again: dotnet build lib/ClientAuth.Lab."
            );
        }
        catch (Exception error)
        {
            process.Kill();
            process.Dispose();
            if (error is OperationCanceledException && !cancellationToken.IsCancellationRequested)
            {
                throw new InvalidOperationException(
                    $"The project's own server did not start within {LongestStart.TotalSeconds:0} s. Run the cell again when the machine is less busy.",
                    error
                );
            }

            throw;
        }
    }

    /// <summary>Asks for its end and waits for it, so that its keys are gone afterwards; what does not end by itself is killed.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
        {
            return;
        }

        using var limit = new CancellationTokenSource(LongestEnd);
        try
        {
            _process.StandardInput.Close();
            await _process.WaitForExitAsync(limit.Token);
        }
        catch (Exception error) when (error is OperationCanceledException or IOException)
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    // The host of the runtime that this process runs on stands three folders above it, whatever started this process.
    private static string DotNet
    {
        get
        {
            var runtime = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
            var host = Path.GetFullPath(
                Path.Combine(runtime, "..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet")
            );
            return File.Exists(host) ? host : "dotnet";
        }
    }
}
