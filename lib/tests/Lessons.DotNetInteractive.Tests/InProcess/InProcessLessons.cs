using System.Text.Json.Nodes;

[assembly: AssemblyFixture(typeof(Lessons.DotNetInteractive.Tests.InProcess.InProcessLessons))]

namespace Lessons.DotNetInteractive.Tests.InProcess;

/// <summary>Every lesson as .NET Interactive executes it in this process, one kernel a lesson.</summary>
public sealed class InProcessLessons : IDisposable
{
    private readonly LessonQueue _queue = new(RunAsync);

    public InProcessLessons() =>
        // '#r' with a relative path starts there; front ends set it to the notebook's folder.
        Directory.SetCurrentDirectory(Checkout.Notebooks);

    internal Task<JsonObject> ExecuteAsync(string lesson) => _queue.ExecuteAsync(lesson);

    public void Dispose() => _queue.Dispose();

    private static async Task<JsonObject> RunAsync(string lesson)
    {
        using var limit = TestLimit.Start();
        return await InteractiveNotebook.ExecuteAsync(CodeCell.Read(lesson), limit.Token);
    }
}
