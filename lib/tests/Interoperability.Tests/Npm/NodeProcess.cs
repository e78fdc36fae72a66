using System.Diagnostics;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Interoperability.Tests.Npm;

/// <summary>
/// A script of this project in node, with packages from npm. It gets lines of JSON on its standard input and writes one for each; it
/// ends when its input ends. Secrets and keys go to it that way and no other: a command line is for everybody to see.
/// </summary>
internal sealed class NodeProcess : IAsyncDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly Task<string> _errors;

    private NodeProcess(Process process)
    {
        _process = process;
        _errors = process.StandardError.ReadToEndAsync();
    }

    /// <summary>What the script answered to its first line.</summary>
    public JsonElement Ready { get; private set; }

    public int Id => _process.Id;

    /// <param name="script">A file of the folder Npm.</param>
    /// <param name="setup">Its first line.</param>
    public static async Task<NodeProcess> StartAsync(string script, JsonObject setup)
    {
        var folder = NpmFolder.Required();
        var start = new ProcessStartInfo("node", [Path.Combine(AppContext.BaseDirectory, "Npm", script)])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        start.Environment[NpmFolder.Variable] = folder;
        // What a developer has set for node elsewhere is none of this script's business.
        start.Environment.Remove("NODE_OPTIONS");
        var node = new NodeProcess(RequiredTools.Start(start, package: "nodejs"));
        try
        {
            node.Ready = await node.AskAsync(setup);
            return node;
        }
        catch
        {
            await node.DisposeAsync();
            throw;
        }
    }

    /// <summary>Sends a line and waits for its answer.</summary>
    /// <exception cref="InvalidOperationException">The script failed or has ended; the message has what it wrote.</exception>
    public async Task<JsonElement> AskAsync(JsonObject line)
    {
        using var limit = new CancellationTokenSource(Limit);
        await _process.StandardInput.WriteLineAsync(line.ToJsonString().AsMemory(), limit.Token);
        await _process.StandardInput.FlushAsync(limit.Token);
        var answer = await _process.StandardOutput.ReadLineAsync(limit.Token);
        if (answer is null)
        {
            throw new InvalidOperationException($"The script has ended: {await _errors}");
        }

        var json = JsonElement.Parse(answer);
        return json.TryGetProperty("failure", out var failure)
            ? throw new InvalidOperationException(failure.GetString())
            : json;
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        using var limit = new CancellationTokenSource(Limit);
        try
        {
            await _process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            _process.Kill();
        }

        _process.Dispose();
    }
}
