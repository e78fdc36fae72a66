using NotebookEngine.Running;

[assembly: AssemblyFixture(typeof(Lessons.Tests.Engine))]

namespace Lessons.Tests;

/// <summary>The one runner of this process, which the tests share.</summary>
public sealed class Engine : IDisposable
{
    public NotebookRunner Runner { get; } = new(TimeProvider.System);

    public void Dispose() => Runner.Dispose();
}
