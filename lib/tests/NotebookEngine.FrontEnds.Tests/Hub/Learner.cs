using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using NotebookEngine.FrontEnds.Tests.Processes;

namespace NotebookEngine.FrontEnds.Tests.Hub;

/// <summary>A learner of the class, whose server is started and used through the hub's own API.</summary>
internal sealed class Learner(JupyterHub hub, string name)
{
    private const string ProgressFile = ".local/share/notebook-progress/progress.json";

    public string Name => name;

    private string Server => $"user/{name}/api";

    private string HubUser => $"hub/api/users/{name}";

    /// <summary>Starts the server, and waits until it answers; one that runs stays as it is.</summary>
    /// <param name="args">Options of the notebook server, in place of the same ones of the configuration.</param>
    public async Task StartServerAsync(params string[] args)
    {
        using var limit = TestLimit.Start();
        using var user = await hub.Client.PostAsync(HubUser, null, limit.Token);
        Assert.True(user.StatusCode is HttpStatusCode.Created or HttpStatusCode.Conflict, user.ToString());
        using var start = await hub.Client.PostAsJsonAsync($"{HubUser}/server", new { args }, limit.Token);
        if (start.StatusCode is HttpStatusCode.BadRequest && await ServerAsync() is { } running)
        {
            Assert.True((bool)running["ready"]!);
            return;
        }

        Assert.True(start.StatusCode is HttpStatusCode.Created or HttpStatusCode.Accepted, start.ToString());
        // The hub reports until the server is ready, or has failed.
        var report = await hub.Client.GetStringAsync($"{HubUser}/server/progress", limit.Token);
        Assert.True(report.Contains("\"ready\": true", StringComparison.Ordinal), $"{report}\n{hub.Program.Output}");
    }

    /// <summary>Ends the server, as its culler does. The hub answers when it is gone.</summary>
    public async Task StopServerAsync()
    {
        using var limit = TestLimit.Start();
        using var stop = await hub.Client.DeleteAsync($"{HubUser}/server", limit.Token);
        Assert.Equal(HttpStatusCode.NoContent, stop.StatusCode);
        Assert.Null(await ServerAsync());
    }

    /// <summary>What the hub knows of the server; null where it does not run.</summary>
    public async Task<JsonNode?> ServerAsync() => (await GetAsync(HubUser))["servers"]![""];

    /// <summary>Connects to the kernel of a notebook.</summary>
    public async Task<LearnerKernel> OpenAsync(string notebook) =>
        await LearnerKernel.ConnectAsync(hub, name, await StartKernelAsync(notebook));

    /// <summary>A kernel for a notebook: the one that it has already, or a new one.</summary>
    /// <returns>Its id.</returns>
    public async Task<string> StartKernelAsync(string notebook)
    {
        using var limit = TestLimit.Start();
        using var response = await hub.Client.PostAsJsonAsync(
            $"{Server}/sessions",
            new
            {
                path = notebook,
                name = "",
                type = "notebook",
                kernel = new { name = ".net-csharp" },
            },
            limit.Token
        );
        return (string)(await JsonAsync(response))["kernel"]!["id"]!;
    }

    /// <summary>The kernels of the server.</summary>
    public async Task<JsonArray> KernelsAsync() => (await GetAsync($"{Server}/kernels")).AsArray();

    /// <summary>A notebook as the server has it on disk.</summary>
    public async Task<JsonNode> ReadAsync(string notebook) =>
        (await GetAsync($"{Server}/contents/{notebook}"))["content"]!;

    public async Task SaveAsync(string notebook, JsonNode content)
    {
        using var limit = TestLimit.Start();
        using var response = await hub.Client.PutAsJsonAsync(
            $"{Server}/contents/{notebook}",
            new JsonObject
            {
                ["type"] = "notebook",
                ["format"] = "json",
                ["content"] = content.DeepClone(),
            },
            limit.Token
        );
        await JsonAsync(response);
    }

    /// <summary>The exercises that the learner's own file says are solved.</summary>
    public IReadOnlyList<string> Solved()
    {
        var file = hub.Folder.Home(name, ProgressFile);
        return File.Exists(file)
            ?
            [
                .. JsonNode.Parse(File.ReadAllText(file))!["exercises"]!
                    .AsArray()
                    .Select(solved => $"{solved!["lesson"]} {solved["exercise"]}"),
            ]
            : [];
    }

    private async Task<JsonNode> GetAsync(string path)
    {
        using var limit = TestLimit.Start();
        using var response = await hub.Client.GetAsync(path, limit.Token);
        return await JsonAsync(response);
    }

    private async Task<JsonNode> JsonAsync(HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(response.IsSuccessStatusCode, $"{response}\n{text}\n{hub.Program.Output}");
        return JsonNode.Parse(text)!;
    }
}
