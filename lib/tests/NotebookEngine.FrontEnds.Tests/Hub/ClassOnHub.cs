using System.Text.Json.Nodes;

namespace NotebookEngine.FrontEnds.Tests.Hub;

/// <summary>
/// One hub for all tests of a class, started when the first one asks, and on it two learners who have run the same lesson at the same time.
/// Anna has solved one of its exercises, Bert both.
/// </summary>
public sealed class ClassOnHub : IAsyncDisposable
{
    public const string Lesson = "00-start-here";
    public const string Notebook = $"notebooks/{Lesson}.ipynb";

    private static readonly Dictionary<string, string> First = new()
    {
        ["exercise"] = """
            string failingCheck = "scope.allowed";
            await lab.Exercises.FailingCheck.CheckAsync(failingCheck)
            """,
    };

    private static readonly Dictionary<string, string> Second = new()
    {
        ["exercise-2"] = """
            Dictionary<string, string> predicted = new()
            {
                ["own-secret"] = "token", ["too-much"] = "invalid_scope", ["new-key"] = "invalid_client",
                ["public"] = "unauthorized_client", ["borrowed"] = "invalid_client",
            };
            await lab.Exercises.PredictedErrors.CheckAsync(predicted)
            """,
    };

    private readonly Lazy<Task<JupyterHub>> _hub = new(StartAsync);
    private readonly Lazy<Task<(JsonNode Annas, JsonNode Berts)>> _lessons;

    public ClassOnHub() => _lessons = new(RunLessonsAsync);

    internal Task<JupyterHub> HubAsync()
    {
        HubTools.MustBeThere();
        return _hub.Value;
    }

    internal async Task<Learner> AnnaAsync() => new(await HubAsync(), "anna");

    internal async Task<Learner> BertAsync() => new(await HubAsync(), "bert");

    /// <summary>The lesson as each of them has saved it.</summary>
    internal async Task<(JsonNode Annas, JsonNode Berts)> LessonsAsync()
    {
        HubTools.MustBeThere();
        return await _lessons.Value;
    }

    public async ValueTask DisposeAsync()
    {
        if (_hub is { IsValueCreated: true, Value.IsCompletedSuccessfully: true })
        {
            var hub = await _hub.Value;
            await hub.DisposeAsync();
            hub.Folder.Dispose();
        }
    }

    private static async Task<JupyterHub> StartAsync()
    {
        var folder = await HubFolder.MakeAsync();
        try
        {
            return await JupyterHub.StartAsync(folder);
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }

    private async Task<(JsonNode Annas, JsonNode Berts)> RunLessonsAsync()
    {
        var (anna, bert) = (await AnnaAsync(), await BertAsync());
        await Task.WhenAll(anna.StartServerAsync(), bert.StartServerAsync());
        var annas = LessonRun.RunAsync(anna, Notebook, First);
        var berts = LessonRun.RunAsync(bert, Notebook, new Dictionary<string, string>([.. First, .. Second]));
        return (await annas, await berts);
    }
}
