using ClientAuth.MockServer.Sharing;
using ClientAuth.SharedState;

namespace ClientAuth.MockServer.Standalone.Tests.Nodes;

/// <summary>The shared state in memory keeps the contract.</summary>
public sealed class MemoryStateTests : SharedStateContract
{
    protected override Task<(ISharedState One, ISharedState Other)> OpenAsync()
    {
        var state = new MemoryState(TimeProvider.System);
        return Task.FromResult<(ISharedState, ISharedState)>((state, state));
    }
}
