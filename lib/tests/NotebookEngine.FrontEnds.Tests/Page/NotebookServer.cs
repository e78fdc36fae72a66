using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using NotebookEngine.FrontEnds.Tests.Processes;

namespace NotebookEngine.FrontEnds.Tests.Page;

/// <summary>Jupyter's classic notebook server, on loopback, with a token of its own.</summary>
internal sealed class NotebookServer : IAsyncDisposable
{
    // The program's, and its package's.
    private const string Name = "jupyter-notebook";

    private readonly RunningProgram _program;
    private readonly string _token;
    private readonly Uri _address;

    private NotebookServer(RunningProgram program, string token, Uri address) =>
        (_program, _token, _address) = (program, token, address);

    public RunningProgram Program => _program;

    /// <summary>Skips the test where the server is missing, and fails it where CI promises every tool.</summary>
    public static void MustBeThere()
    {
        if (!RequiredTools.IsThere(Name))
        {
            RequiredTools.Missing($"{Name}, as Debian names it, is not installed here.");
        }
    }

    public static async Task<NotebookServer> StartAsync(NotebookFolder notebooks, JupyterFolders folders)
    {
        var token = RandomNumberGenerator.GetHexString(48, lowercase: true);
        var program = RunningProgram.Start(
            Name,
            [
                "--no-browser",
                "--allow-root",
                "--ip=127.0.0.1",
                // Where somebody takes it in the meantime, the server tries others.
                FormattableString.Invariant($"--port={FreePort()}"),
                "--port-retries=50",
                $"--notebook-dir={notebooks.Root}",
            ],
            notebooks.Root,
            new Dictionary<string, string>(folders.Environment) { ["JUPYTER_TOKEN"] = token },
            package: Name
        );
        try
        {
            var line = await program.LineAsync("http://127.0.0.1:");
            return new NotebookServer(
                program,
                token,
                new Uri(line[line.IndexOf("http://", StringComparison.Ordinal)..])
            );
        }
        catch
        {
            await program.DisposeAsync();
            throw;
        }
    }

    /// <summary>Where the page of a notebook is.</summary>
    public string Page(string notebook) =>
        $"{_address.GetLeftPart(UriPartial.Authority)}/notebooks/{notebook}?token={_token}";

    public ValueTask DisposeAsync() => _program.DisposeAsync();

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, port: 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
