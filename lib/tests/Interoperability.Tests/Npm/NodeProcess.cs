using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using ClientAuth.MockServer.Standalone.Tests.Processes;

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

    /// <summary>A script beside the tests.</summary>
    public static string PathOf(string script) => Path.Combine(AppContext.BaseDirectory, "Npm", script);

    /// <summary>What a script finds in its environment. Options that a developer has set for node are none of its business.</summary>
    public static IReadOnlyDictionary<string, string> Environment(string folder) =>
        new Dictionary<string, string> { [NpmFolder.Variable] = folder, ["NODE_OPTIONS"] = "" };

    /// <param name="script">A file of the folder Npm.</param>
    /// <param name="setup">Its first line.</param>
    public static async Task<NodeProcess> StartAsync(string script, JsonObject setup)
    {
        var folder = NpmFolder.Required();
        var node = new NodeProcess(ExternalTool.Start("node", [PathOf(script)], Environment(folder)));
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
        var answer = await AnswerAsync(line.ToJsonString());
        if (answer is null)
        {
            throw new InvalidOperationException($"The script has ended: {await _errors}");
        }

        var json = JsonElement.Parse(answer);
        return json.TryGetProperty("failure", out var failure)
            ? throw new InvalidOperationException(failure.GetString())
            : json;
    }

    private async Task<string?> AnswerAsync(string line)
    {
        using var limit = new CancellationTokenSource(Limit);
        try
        {
            await _process.StandardInput.WriteLineAsync(line.AsMemory(), limit.Token);
            await _process.StandardInput.FlushAsync(limit.Token);
            return await _process.StandardOutput.ReadLineAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            // An answer that comes too late would be taken for that of the next line.
            _process.Kill();
            throw;
        }
    }

    public ValueTask DisposeAsync() => _process.EndWithInputAsync(Limit);
}
