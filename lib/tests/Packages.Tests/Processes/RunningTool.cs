using System.Diagnostics;
using System.Text.Json;

namespace Packages.Tests.Processes;

/// <summary>The packed server as a process that is ready, and ends when it is disposed of.</summary>
internal sealed class RunningTool : IAsyncDisposable
{
    // What it prints last; after it the manifest is there.
    private const string LastLine = "Ctrl+C ends the server and removes the manifest and the keys.";
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    private readonly Process _process;
    private readonly Task<string> _errors;
    private readonly JsonElement _manifest;

    private RunningTool(Process process, Task<string> errors, string manifest)
    {
        _process = process;
        _errors = errors;
        _manifest = JsonElement.Parse(File.ReadAllText(manifest));
    }

    /// <summary>Starts the server with a manifest in a folder.</summary>
    public static async Task<RunningTool> StartAsync(string folder, string program, string manifest)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(Limit);
        var process = Commands.Start(folder, program, "--end-with-input", "--manifest", manifest);
        var errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
        try
        {
            while (await process.StandardOutput.ReadLineAsync(limit.Token) is { } line)
            {
                if (line == LastLine)
                {
                    return new RunningTool(process, errors, Path.Combine(folder, manifest));
                }
            }

            throw new InvalidOperationException($"The server did not start: {await errors}");
        }
        catch
        {
            process.Kill(entireProcessTree: true);
            process.Dispose();
            throw;
        }
    }

    /// <summary>PEM of the authority that its certificate comes from.</summary>
    public string CaCertificate => Text(_manifest, "ca_certificate");

    public string TokenEndpoint => Text(_manifest, "token_endpoint");

    /// <summary>Where the endpoints for client certificates are: another port than the issuer's.</summary>
    public string MtlsOrigin =>
        new Uri(Text(_manifest.GetProperty("mtls_endpoint_aliases"), "token_endpoint")).GetLeftPart(
            UriPartial.Authority
        );

    /// <summary>The secret of a client, from the file that the manifest names.</summary>
    public string SecretOf(string clientId) =>
        File.ReadAllText(
            Text(
                _manifest
                    .GetProperty("clients")
                    .EnumerateArray()
                    .Single(client => Text(client, "client_id") == clientId),
                "client_secret_file"
            )
        );

    /// <summary>Ends it as the end of the program that started it does.</summary>
    /// <returns>The exit code, and what it wrote to standard error.</returns>
    public async Task<(int ExitCode, string Errors)> EndAsync()
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(Limit);
        _process.StandardInput.Close();
        await _process.WaitForExitAsync(limit.Token);
        return (_process.ExitCode, await _errors);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync(CancellationToken.None);
        }

        _process.Dispose();
    }

    private static string Text(JsonElement of, string name) => of.GetProperty(name).GetString()!;
}
