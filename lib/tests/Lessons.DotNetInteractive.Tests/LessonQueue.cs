using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace Lessons.DotNetInteractive.Tests;

/// <summary>Lessons that are executed once for all tests, two at a time.</summary>
/// <param name="execute">Executes the lesson of that file name.</param>
internal sealed class LessonQueue(Func<string, Task<JsonObject>> execute) : IDisposable
{
    private readonly ConcurrentDictionary<string, Lazy<Task<JsonObject>>> _executed = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _places = new(2);

    public Task<JsonObject> ExecuteAsync(string lesson)
    {
        // All are needed in the end, and the lesson that the first test asks for would otherwise run alone.
        foreach (var row in Checkout.Lessons)
        {
            _ = Executed(row.Data);
        }

        return Executed(lesson);
    }

    public void Dispose() => _places.Dispose();

    private Task<JsonObject> Executed(string lesson) =>
        _executed.GetOrAdd(lesson, name => new(() => Task.Run(() => RunAsync(name)))).Value;

    private async Task<JsonObject> RunAsync(string lesson)
    {
        await _places.WaitAsync();
        try
        {
            return await execute(lesson);
        }
        finally
        {
            _places.Release();
        }
    }
}
