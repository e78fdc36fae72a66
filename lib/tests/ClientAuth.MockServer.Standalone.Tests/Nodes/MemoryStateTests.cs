using ClientAuth.MockServer.Sharing;
using ClientAuth.SharedState;

namespace ClientAuth.MockServer.Standalone.Tests.Nodes;

/// <summary>The shared state in memory keeps the contract.</summary>
public sealed class MemoryStateTests : SharedStateContract
{
    [Fact]
    public async Task Uses_of_several_kinds_and_kinds_that_are_not_used_are_a_mistake_of_the_caller()
    {
        var (state, _) = await OpenAsync();
        StateUse Of(StateKind kind) => Use("jti") with { Key = new(kind, "app", "jti") };

        var several = await Assert.ThrowsAsync<ArgumentException>(async () =>
            await state.UseAllAsync([Of(StateKind.SingleUse), Of(StateKind.EndedToken)])
        );
        Assert.StartsWith(
            "They are of several kinds: SingleUse, EndedToken.",
            several.Message,
            StringComparison.Ordinal
        );
        var unused = await Assert.ThrowsAsync<ArgumentException>(async () =>
            await state.IsUsedAsync(Of(StateKind.AppKey))
        );
        Assert.Equal("AppKey is a kind of values, not of uses.", unused.Message);
        var unwritten = await Assert.ThrowsAsync<ArgumentException>(async () =>
            await state.TakeAsync(Of(StateKind.EndedToken).Key)
        );
        Assert.Equal("EndedToken is a kind of uses, not of values.", unwritten.Message);
    }

    protected override Task<(ISharedState One, ISharedState Other)> OpenAsync()
    {
        var state = new MemoryState(TimeProvider.System);
        return Task.FromResult<(ISharedState, ISharedState)>((state, state));
    }
}
