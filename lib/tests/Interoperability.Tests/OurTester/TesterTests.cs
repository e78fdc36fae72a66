namespace Interoperability.Tests.OurTester;

/// <summary>
/// The tester in front of servers of other people's: every case that they answer otherwise than this project's server is known by name, and
/// explained. <c>UPDATE_REFERENCE=1</c> writes the reports again; what is new in them stands in a group without texts, for a person to explain.
/// </summary>
public sealed class TesterTests
{
    public static TheoryData<string> Names => [.. TestedServers.All.Select(server => server.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_report_of_a_server_is_the_one_that_was_read(string name)
    {
        if (!RequiredTools.AllPromised)
        {
            Assert.Skip($"It takes a thousand requests; {RequiredTools.Variable}=all runs it.");
        }

        var tested = TestedServers.All.Single(server => server.Name == name);
        await using var server = await tested.StartAsync();

        var report = await TesterRun.AskAsync(server, tested.Last, TestContext.Current.CancellationToken);

        Assert.All(report.Clients, client => Assert.True(client.Works, $"{client.ClientId}: {client.Got}"));
        Assert.Empty(report.Unanswered);
        var before = ExplainedReport.Read(tested.File);
        var now = before.With(report, name);
        if (Environment.GetEnvironmentVariable("UPDATE_REFERENCE") is "1")
        {
            now.Write(tested.File);
        }

        var read = ExplainedReport.Read(tested.File);
        AssertNone(Changes(read.Differences, now.Differences));
        Assert.Equal((name, now.Counts), (read.Server, read.Counts));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_difference_is_explained_by_a_specification(string name)
    {
        var read = ExplainedReport.Read(TestedServers.All.Single(server => server.Name == name).File);

        Assert.All(
            read.Groups,
            group =>
            {
                var cases = string.Join(", ", group.Cases.Keys);
                Assert.True(group.What.EndsWith('.'), $"what the server does is missing for {cases}");
                Assert.True(group.Why.Contains('§'), $"why names no section of a specification for {cases}");
                Assert.True(group.Means.EndsWith('.'), $"what it means for a team is missing for {cases}");
            }
        );
    }

    // With the names: which case is new, is otherwise than it was, or is no difference any more.
    private static IEnumerable<string> Changes(
        IReadOnlyDictionary<string, string> read,
        IReadOnlyDictionary<string, string> now
    ) =>
        now.Where(one => !read.ContainsKey(one.Key))
            .Select(one => $"{one.Key} is new: {one.Value}")
            .Concat(
                read.Where(one => now.GetValueOrDefault(one.Key) != one.Value)
                    .Select(one =>
                        now.TryGetValue(one.Key, out var other)
                            ? $"{one.Key} was '{one.Value}' and is '{other}'"
                            : $"{one.Key} is no difference any more; it was '{one.Value}'"
                    )
            );

    private static void AssertNone(IEnumerable<string> changes) =>
        Assert.True(
            !changes.Any(),
            $"{string.Join('\n', changes)}\nRead what has changed; UPDATE_REFERENCE=1 with {RequiredTools.Variable}=all writes the report again."
        );
}
