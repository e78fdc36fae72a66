using Microsoft.DotNet.Interactive;

namespace Lessons.DotNetInteractive.Tests.InProcess;

/// <summary>One kernel for tests whose cells know nothing of each other: the first cell of a kernel costs as much as twenty more.</summary>
public sealed class WarmKernel : IAsyncLifetime
{
    private CompositeKernel? _kernel;

    internal CompositeKernel Kernel => _kernel!;

    public async ValueTask InitializeAsync() => _kernel = await InteractiveNotebook.StartKernelAsync();

    public ValueTask DisposeAsync()
    {
        _kernel?.Dispose();
        return ValueTask.CompletedTask;
    }
}
