using System.Text;
using ClientAuth.SharedState;

namespace ClientAuth.MockServer.Standalone.Tests.Nodes;

/// <summary>What every shared state must do, in memory and on Redis alike.</summary>
public abstract class SharedStateContract
{
    private static readonly StateKey Request = new(StateKind.PushedRequest, "app", "request");

    /// <summary>The state and another access to it, as two nodes have.</summary>
    protected abstract Task<(ISharedState One, ISharedState Other)> OpenAsync();

    [Fact]
    public async Task Of_64_parallel_uses_at_two_nodes_one_is_the_first()
    {
        var (one, other) = await OpenAsync();
        var use = Use("jti");

        var refusals = await Task.WhenAll(
            Enumerable
                .Range(0, 64)
                .Select(i => Task.Run(async () => await (i % 2 == 0 ? one : other).UseAllAsync([use])))
        );

        Assert.Single(refusals, refusal => refusal is null);
        Assert.All(refusals.OfType<RefusedUse>(), refusal => Assert.Equal(new RefusedUse(0, "again"), refusal));
        Assert.True(await other.IsUsedAsync(use));
    }

    [Fact]
    public async Task Several_uses_are_made_together_or_not_at_all()
    {
        var (one, other) = await OpenAsync();
        Assert.Null(await one.UseAllAsync([Use("second")]));

        Assert.Equal(new RefusedUse(1, "again"), await other.UseAllAsync([Use("first"), Use("second")]));

        Assert.False(await one.IsUsedAsync(Use("first")));
        Assert.Null(await other.UseAllAsync([Use("first"), Use("third")]));
        Assert.True(await one.IsUsedAsync(Use("third")));
        Assert.Null(await one.UseAllAsync([]));
    }

    [Fact]
    public async Task What_has_expired_cannot_be_used()
    {
        var (one, _) = await OpenAsync();

        var refusal = await one.UseAllAsync([Use("jti"), Use("late", TimeSpan.FromSeconds(-1))]);

        Assert.Equal(new RefusedUse(1, "which has expired meanwhile"), refusal);
        Assert.False(await one.IsUsedAsync(Use("jti")));
    }

    [Fact]
    public async Task What_is_marked_is_used_for_every_node_and_for_its_own_kind_and_owner_alone()
    {
        var (one, other) = await OpenAsync();
        await one.MarkUsedAsync(Use("jti"));
        await one.MarkUsedAsync(Use("jti"));

        Assert.Equal(new RefusedUse(0, "again"), await other.UseAllAsync([Use("jti")]));
        Assert.False(
            await other.IsUsedAsync(Use("jti") with { Key = new StateKey(StateKind.EndedToken, "app", "jti") })
        );
        Assert.False(
            await other.IsUsedAsync(Use("jti") with { Key = new StateKey(StateKind.SingleUse, "ap", "pjti") })
        );
    }

    [Fact]
    public async Task A_value_is_written_over_the_version_that_was_read_and_over_no_other()
    {
        var (one, other) = await OpenAsync();
        Assert.Equal<(long, string?)>((0, null), await ReadAsync(one, known: 0));

        var first = await one.WriteAsync(Request, expected: 0, Bytes("first"), Soon) ?? 0;
        Assert.Null(await other.WriteAsync(Request, expected: 0, Bytes("lost"), Soon));
        Assert.Equal<(long, string?)>((first, "first"), await ReadAsync(other, known: 0));
        Assert.Equal<(long, string?)>((first, null), await ReadAsync(other, first));

        var second = await other.WriteAsync(Request, first, Bytes("second"), Soon) ?? 0;
        Assert.NotEqual(first, second);
        Assert.Null(await one.WriteAsync(Request, first, Bytes("lost"), Soon));
        Assert.Equal<(long, string?)>((second, "second"), await ReadAsync(one, first));
    }

    [Fact]
    public async Task Version_of_a_value_that_was_taken_never_comes_again()
    {
        var (one, other) = await OpenAsync();
        List<long> versions = [];
        for (var i = 0; i < 3; i++)
        {
            versions.Add(await one.WriteAsync(Request, expected: 0, Bytes("first"), Soon) ?? 0);
            versions.Add(await other.WriteAsync(Request, versions[^1], Bytes("second"), Soon) ?? 0);
            Assert.Equal("second", Encoding.UTF8.GetString((await one.TakeAsync(Request))!));
        }

        Assert.Equal(versions.Order(), versions);
        Assert.Equal(6, versions.Distinct().Count());
        Assert.All(versions, version => Assert.InRange(version, 1, 1L << 53));
        Assert.Null(await one.WriteAsync(Request, versions[^1], Bytes("lost"), Soon));
    }

    [Fact]
    public async Task Of_64_parallel_writers_of_one_version_one_writes()
    {
        var (one, other) = await OpenAsync();

        var versions = await Task.WhenAll(
            Enumerable
                .Range(0, 64)
                .Select(i =>
                    Task.Run(async () =>
                        await (i % 2 == 0 ? one : other).WriteAsync(Request, expected: 0, Bytes($"{i}"), until: null)
                    )
                )
        );

        Assert.Single(versions, version => version is not null);
    }

    [Fact]
    public async Task Of_64_parallel_takers_one_gets_the_value()
    {
        var (one, other) = await OpenAsync();
        await one.WriteAsync(Request, expected: 0, Bytes("pushed"), Soon);
        Assert.Null(await other.TakeAsync(Request with { Owner = "other" }));

        var taken = await Task.WhenAll(
            Enumerable
                .Range(0, 64)
                .Select(i => Task.Run(async () => await (i % 2 == 0 ? one : other).TakeAsync(Request)))
        );

        Assert.Equal("pushed", Encoding.UTF8.GetString(Assert.Single(taken.OfType<byte[]>())));
        Assert.Equal<(long, string?)>((0, null), await ReadAsync(one, known: 0));
    }

    /// <summary>A time in a minute.</summary>
    protected static DateTimeOffset Soon => TimeProvider.System.GetUtcNow().AddMinutes(1);

    protected static StateUse Use(string jti, TimeSpan? lifetime = null) =>
        new(
            new(StateKind.SingleUse, "app", jti),
            TimeProvider.System.GetUtcNow() + (lifetime ?? TimeSpan.FromMinutes(1))
        );

    protected static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static async Task<(long Version, string? Value)> ReadAsync(ISharedState state, long known)
    {
        var (version, value) = await state.ReadAsync(Request, known);
        return (version, value is null ? null : Encoding.UTF8.GetString(value));
    }
}
