using ClientAuth.MockServer.Standalone.Tests.Processes;

namespace ClientAuth.MockServer.Standalone.Tests.Lab;

/// <summary>The program with <c>--lab</c>, and its lab as another process uses it: by curl, with what the manifest says.</summary>
internal sealed class LabServer : IAsyncDisposable
{
    private readonly TemporaryFolder _folder;

    private LabServer(TemporaryFolder folder, StandaloneProcess process)
    {
        _folder = folder;
        Process = process;
    }

    public StandaloneProcess Process { get; }

    public string Token => Process.Manifest.GetProperty("lab").GetProperty("token").GetString()!;

    public static async Task<LabServer> StartAsync()
    {
        var folder = new TemporaryFolder();
        return new LabServer(
            folder,
            await StandaloneProcess.StartAsync("--lab", "--manifest", folder.File("manifest.json"))
        );
    }

    public string Url(string name) => Process.Manifest.GetProperty("lab").GetProperty(name).GetString()!;

    public Task<CurlResponse> GetAsync(string name) => SendAsync(name);

    public Task<CurlResponse> DeleteAsync(string name) => SendAsync(name, ("request", "DELETE"));

    public Task<CurlResponse> PostAsync(string name, string json) =>
        SendAsync(name, ("header", "Content-Type: application/json"), ("data-raw", json));

    public async ValueTask DisposeAsync()
    {
        await Process.DisposeAsync();
        _folder.Dispose();
    }

    private async Task<CurlResponse> SendAsync(string name, params (string, string)[] options)
    {
        var result = await Curl.RunAsync(
            Process,
            Url(name),
            [("header", $"Authorization: Bearer {Token}"), .. options]
        );
        return CurlResponse.Parse(result.Succeeded());
    }
}
