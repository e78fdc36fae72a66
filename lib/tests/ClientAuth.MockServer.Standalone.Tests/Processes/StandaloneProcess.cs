using System.Collections.ObjectModel;
using System.Diagnostics;
using System.Text.Json;
using ClientAuth.Credentials.KeyStorage;

namespace ClientAuth.MockServer.Standalone.Tests.Processes;

/// <summary>The built program as a child process, started and ready.</summary>
internal sealed class StandaloneProcess : IAsyncDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    private readonly Process _process;
    private readonly Task<string> _errors;

    private StandaloneProcess(Process process, Task<string> errors, IReadOnlyList<string> announcement)
    {
        _process = process;
        _errors = errors;
        Announcement = announcement;
        ManifestPath = announcement.Single(line => line.StartsWith("Manifest:", StringComparison.Ordinal))[9..].Trim();
        using var manifest = JsonDocument.Parse(File.ReadAllBytes(ManifestPath));
        Manifest = manifest.RootElement.Clone();
    }

    /// <summary>What it printed until it was ready.</summary>
    public IReadOnlyList<string> Announcement { get; }

    public string ManifestPath { get; }

    public JsonElement Manifest { get; }

    public string Issuer => Manifest.GetProperty("issuer").GetString()!;

    public string TokenEndpoint => Manifest.GetProperty("token_endpoint").GetString()!;

    public string MtlsTokenEndpoint =>
        Manifest.GetProperty("mtls_endpoint_aliases").GetProperty("token_endpoint").GetString()!;

    public string CaCertificate => Manifest.GetProperty("ca_certificate").GetString()!;

    public string RunFolder => Path.GetDirectoryName(CaCertificate)!;

    /// <summary>Starts it and waits for the line that says it is ready.</summary>
    public static Task<StandaloneProcess> StartAsync(params IEnumerable<string> arguments) =>
        StartAsync(arguments, ReadOnlyDictionary<string, string>.Empty);

    public static async Task<StandaloneProcess> StartAsync(
        IEnumerable<string> arguments,
        IReadOnlyDictionary<string, string> environment
    )
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(Limit);
        var process = ExternalTool.Start(DotNet, [Assembly, .. arguments], environment);
        var errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
        List<string> lines = [];
        try
        {
            while (await process.StandardOutput.ReadLineAsync(limit.Token) is { } line)
            {
                lines.Add(line);
                if (line == Standalone.Announcement.LastLine)
                {
                    return new StandaloneProcess(process, errors, lines);
                }
            }
        }
        catch
        {
            process.Kill();
            throw;
        }

        throw new InvalidOperationException($"The program did not start: {await errors}");
    }

    /// <summary>Runs it to its end, for command lines that it refuses.</summary>
    public static Task<ToolResult> RunAsync(params IEnumerable<string> arguments) =>
        ExternalTool.RunAsync(DotNet, [Assembly, .. arguments]);

    /// <summary>Starts it and waits for nothing, for a start that is not to succeed.</summary>
    public static Process Launch(params IEnumerable<string> arguments) =>
        ExternalTool.Start(DotNet, [Assembly, .. arguments]);

    public ManifestEntry Client(string clientId) =>
        new(
            Manifest
                .GetProperty("clients")
                .EnumerateArray()
                .Single(client => client.GetProperty("client_id").GetString() == clientId)
        );

    /// <summary>Sends the signal and waits for the end.</summary>
    public Task<(int ExitCode, string Errors)> EndAsync(int signal) =>
        EndAsync(() => UnixSignal.Send(_process, signal));

    /// <summary>Closes its standard input, as the end of the process that started it does, and waits for the end.</summary>
    public Task<(int ExitCode, string Errors)> EndInputAsync() => EndAsync(_process.StandardInput.Close);

    private async Task<(int ExitCode, string Errors)> EndAsync(Action ask)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(Limit);
        ask();
        await _process.WaitForExitAsync(limit.Token);
        return (_process.ExitCode, await _errors);
    }

    /// <summary>Ends it on the spot, so that it cannot clean up.</summary>
    public Task KillAsync()
    {
        _process.Kill();
        return _process.WaitForExitAsync(CancellationToken.None);
    }

    // Killed, it cannot clean up; what it leaves behind is removed here.
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await KillAsync();
        }

        _process.Dispose();
        Assert.Empty(AbandonedKeyFolders.RemoveBelow(Path.GetDirectoryName(RunFolder)!));
        if (Directory.Exists(RunFolder) && !File.Exists(RunFolder + ".lock"))
        {
            Directory.Delete(RunFolder, recursive: true);
        }
    }

    private static string DotNet => Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";

    private static string Assembly => typeof(MockAuthorizationServer).Assembly.Location;
}
