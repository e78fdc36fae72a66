using ClientAuth.MockServer.Options;
using ClientAuth.Visuals;

namespace ClientAuth.Lab.Tests.OwnServer;

/// <summary>What the mistakes of lesson 12 find out about servers that are known.</summary>
public sealed class FindingsTests
{
    private static readonly int[] Sendable = [1, 2, 3, 5, 6, 8, 9, 10, 11, 12, 14, 18, 19, 20];

    [Fact]
    public async Task A_server_that_takes_three_of_the_twenty_mistakes_is_found_to_take_exactly_these()
    {
        await using var weak = await LessonLab.OpenAsync(
            new LabOptions
            {
                Server = options =>
                    options with
                    {
                        ClockSkew = TimeSpan.FromHours(2),
                        Assertions = new() { AudiencePolicy = AudiencePolicy.Legacy },
                        Secrets = options.Secrets with { AcceptSecretInBody = true },
                    },
            },
            TestContext.Current.CancellationToken
        );
        await using var lab = await LessonLab.OpenAsync();

        var asked = await Asked.RunAsync(weak, lab);

        Assert.Equal([1, 6, 11], asked.Comparison.Findings);
        Assert.Equal(Sendable, asked.Comparison.Rows.Select(row => row.Row));
        Assert.All(
            asked.Comparison.Rows,
            row => Assert.False(row.Labs is ClientAuth.Lab.OwnServer.Probing.ProbeResponse.Issued && row.Row != 8)
        );
    }

    [Fact]
    public async Task A_server_like_the_labs_answers_like_the_labs_and_gets_the_plan_and_nothing_else()
    {
        await using var strict = await LessonLab.OpenAsync();
        await using var lab = await LessonLab.OpenAsync();

        var asked = await Asked.RunAsync(strict, lab);

        Assert.Empty(asked.Comparison.Findings);
        Assert.All(asked.Comparison.Rows, row => Assert.Equal(row.Labs.ToString(), row.Yours.ToString()));
        // One for discovery, six good ones, fourteen mistakes.
        Assert.Equal(1 + 6 + Sendable.Length, strict.Server.Exchanges.Snapshot().Count);
        Assert.Contains(
            asked.Shown,
            text => text.StartsWith("Plan: 6 good requests and 14 with a mistake\n", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_client_without_a_good_answer_is_asked_no_further_and_the_reason_is_given()
    {
        await using var server = await LessonLab.OpenAsync();
        await using var lab = await LessonLab.OpenAsync();
        server.Server.Clients.Disable("mobile-app-jwt-symmetric");

        var asked = await Asked.RunAsync(server, lab);

        var row = asked.Comparison.Rows.Single(one => one.Row == 12);
        Assert.Equal("not asked", row.Yours.ToString());
        Assert.Equal(
            "mobile-app-jwt-symmetric got no token for a good request, so a refusal of a mistake would prove nothing",
            row.Meaning
        );
    }

    [Fact]
    public async Task A_server_that_asks_for_a_rest_gets_it()
    {
        await using var busy = await LessonLab.OpenAsync(
            new LabOptions
            {
                Server = options => options with { Secrets = options.Secrets with { AuthenticationFailureLimit = 1 } },
            },
            TestContext.Current.CancellationToken
        );
        await using var lab = await LessonLab.OpenAsync();

        var asked = await Asked.RunAsync(busy, lab);

        // Number 3 is the first wrong secret, and number 8 comes with the right one.
        Assert.Empty(asked.Comparison.Findings);
        Assert.Equal(
            ["429 temporarily_unavailable", "not asked", "not asked"],
            asked.Comparison.Rows.SkipWhile(row => row.Row < 8).Take(3).Select(row => row.Yours.ToString())
        );
        Assert.Equal(MistakeVerdict.Undecided, asked.Comparison.Rows.Single(row => row.Row == 8).Verdict);
        Assert.Equal(429, busy.Server.Exchanges.Last!.Response.Status);
    }

    [Fact]
    public async Task No_view_holds_a_secret_a_token_or_an_assertion()
    {
        await using var server = await LessonLab.OpenAsync();
        await using var lab = await LessonLab.OpenAsync();

        var asked = await Asked.RunAsync(server, lab);

        var shown = string.Join('\n', asked.Shown);
        var secrets = server
            .Server.Clients.Snapshot()
            .Concat(lab.Server.Clients.Snapshot())
            .Select(client => client.ClientSecret)
            .OfType<string>()
            .ToList();
        Assert.Equal(6, secrets.Count);
        Assert.All(secrets, secret => Assert.DoesNotContain(secret, shown, StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain("eyJ", shown, StringComparison.Ordinal);
    }
}
