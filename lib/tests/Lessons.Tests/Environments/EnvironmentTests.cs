namespace Lessons.Tests.Environments;

/// <summary>
/// A lesson and the server in what people's machines have around them. By default in all of it at once; each alone where every check is
/// asked for.
/// </summary>
public sealed class EnvironmentTests(CheckoutCopy checkout)
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    public static TheoryData<string> Names => [.. KnownSurroundings.ByName.Keys];

    [Fact]
    public async Task A_lesson_and_the_server_run_in_all_of_them_at_once()
    {
        await using var proxy = new ProxyTrap();
        var all = new Surroundings
        {
            Variables =
            [
                .. proxy.Environment.Select(variable => (variable.Key, (string?)variable.Value)),
                .. KnownSurroundings.NoHome,
                .. KnownSurroundings.Elsewhere,
                ("EXPECTED_KEYS", checkout.Keys),
            ],
            Shell = OperatingSystem.IsWindows() ? "" : "umask 077",
            InputIsClosed = !OperatingSystem.IsWindows(),
        };

        await RunLessonAsync(all, "04-mutual-tls.ipynb");
        await RunServerAsync(all, checkout.Keys);

        Assert.Equal(0, proxy.Connections);
        Assert.Empty(KeysLeft(checkout.Keys));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_lesson_and_the_server_run_in_each(string name)
    {
        Assert.SkipUnless(
            RequiredTools.AllPromised,
            $"Runs where {RequiredTools.Variable} is 'all': it takes its time."
        );
        var (surroundings, keys) = KnownSurroundings.ByName[name](checkout);
        await surroundings.RequireAsync();
        var expecting = surroundings with { Variables = [.. surroundings.Variables, ("EXPECTED_KEYS", keys)] };

        await RunLessonAsync(expecting, "short.ipynb");
        await RunServerAsync(expecting, keys);

        Assert.Empty(KeysLeft(checkout.Keys));
        Assert.Empty(KeysLeft(keys));
    }

    [Fact]
    public async Task A_lesson_keeps_its_keys_where_the_variable_says()
    {
        Assert.SkipUnless(
            RequiredTools.AllPromised,
            $"Runs where {RequiredTools.Variable} is 'all': it takes its time."
        );
        var keys = Path.Combine(checkout.Home, "my keys");

        await RunLessonAsync(
            new() { Variables = [("CLIENT_AUTH_KEYS", keys), ("EXPECTED_KEYS", keys)] },
            "short.ipynb"
        );

        Assert.Empty(Directory.EnumerateFileSystemEntries(keys));
    }

    private async Task RunLessonAsync(Surroundings surroundings, string lesson)
    {
        var run = await ChildProcess.RunAsync(
            surroundings.Of("dotnet", [CheckoutCopy.Engine, "run", checkout.Notebook(lesson)], checkout.Root)
        );

        Assert.True(run.ExitCode == 0, run.Output + run.Errors);
        Assert.EndsWith("1 passed, 0 failed", run.Output.TrimEnd(), StringComparison.Ordinal);
        Assert.Equal("", run.Errors);
    }

    private async Task RunServerAsync(Surroundings surroundings, string keys)
    {
        if (OperatingSystem.IsWindows())
        {
            return; // It has no signal that asks for the end; other tests run the server there.
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(Limit);
        using var server = await RunningServer.StartAsync(
            surroundings.Of("dotnet", [checkout.Server], checkout.Root),
            limit.Token
        );
        Assert.Equal(keys, Path.GetDirectoryName(server.RunFolder));
        Assert.Equal(
            UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute,
            File.GetUnixFileMode(server.RunFolder)
        );
        if (surroundings.Around is not ["unshare", "--net", ..])
        {
            Assert.StartsWith("https://localhost:", await server.AskAsync(limit.Token), StringComparison.Ordinal);
        }

        Assert.Equal(0, await server.EndAsync(limit.Token));
        Assert.False(Directory.Exists(server.RunFolder));
        Assert.False(File.Exists(server.RunFolder + ".lock"));
    }

    // A doctor who asks at the same time leaves a probe there for a moment.
    private static IEnumerable<string> KeysLeft(string folder) =>
        Directory
            .EnumerateFileSystemEntries(folder)
            .Where(entry => !Path.GetFileName(entry).StartsWith(".probe-", StringComparison.Ordinal));
}
