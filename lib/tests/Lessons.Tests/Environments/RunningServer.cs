using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;

namespace Lessons.Tests.Environments;

/// <summary>The server that runs alone, started in some surroundings, asked once, and ended as a terminal ends it.</summary>
internal sealed class RunningServer : IDisposable
{
    private const string ReadyLine = "Ctrl+C ends the server";
    private const int Terminate = 15;

    private readonly Process _process;
    private readonly JsonElement _manifest;

    private RunningServer(Process process, string manifest)
    {
        _process = process;
        _manifest = JsonElement.Parse(File.ReadAllText(manifest));
        RunFolder = Path.GetDirectoryName(_manifest.GetProperty("ca_certificate").GetString()!)!;
    }

    /// <summary>Where its keys are.</summary>
    public string RunFolder { get; }

    public static async Task<RunningServer> StartAsync(ProcessStartInfo start, CancellationToken cancellationToken)
    {
        var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync(cancellationToken);
        var manifest = "";
        while (await process.StandardOutput.ReadLineAsync(cancellationToken) is { } line)
        {
            if (line.StartsWith("Manifest:", StringComparison.Ordinal))
            {
                manifest = line["Manifest:".Length..].Trim();
            }
            else if (line.StartsWith(ReadyLine, StringComparison.Ordinal))
            {
                return new RunningServer(process, manifest);
            }
        }

        Assert.Fail($"The server did not start: {await errors}");
        throw new UnreachableException();
    }

    /// <summary>Asks it for its metadata, over TLS.</summary>
    /// <returns>Its issuer.</returns>
    public async Task<string> AskAsync(CancellationToken cancellationToken)
    {
        using var authority = X509CertificateLoader.LoadCertificateFromFile(
            _manifest.GetProperty("ca_certificate").GetString()!
        );
        using var handler = new SocketsHttpHandler { UseProxy = false };
        handler.SslOptions.CertificateChainPolicy = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            RevocationMode = X509RevocationMode.NoCheck,
            CustomTrustStore = { authority },
        };
        using var http = new HttpClient(handler);
        var metadata = await http.GetStringAsync(_manifest.GetProperty("metadata").GetString(), cancellationToken);
        return JsonElement.Parse(metadata).GetProperty("issuer").GetString()!;
    }

    /// <summary>Asks it to end, and waits.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> EndAsync(CancellationToken cancellationToken)
    {
        Assert.Equal(0, Send(_process.Id, Terminate));
        await _process.WaitForExitAsync(cancellationToken);
        return _process.ExitCode;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    [DllImport("libc", EntryPoint = "kill")]
    private static extern int Send(int processId, int signal);
}
