using System.Text.Json;
using ClientAuth.Client;
using ClientAuth.Lab.Attacks;
using ClientAuth.Lab.Expectations;
using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Options;

namespace ClientAuth.Lab.Tests.Attacks;

public sealed class AttackRangeTests
{
    [Fact]
    public void The_lesson_says_of_each_attack_who_has_been_hit_and_what_to_try()
    {
        var rows = LessonRows();

        Assert.Equal(AttackRange.All.Select(attack => attack.Facts.Name).Order(), rows.Select(row => row[0]).Order());
        Assert.All(rows, row => Assert.DoesNotContain("", row));
    }

    [Fact]
    public async Task An_attack_that_is_not_there_is_named_with_those_that_are()
    {
        var thrown = await Assert.ThrowsAsync<ArgumentException>(() =>
            new AttackRange().ShowAsync("magic", TestContext.Current.CancellationToken)
        );

        Assert.StartsWith(
            "There is no attack 'magic'; there are: package-secret, ",
            thrown.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_view_has_the_token_on_the_left_and_the_check_on_the_right()
    {
        var view = await new AttackRange().ShowAsync("replay", TestContext.Current.CancellationToken);

        Assert.StartsWith(
            """
            the same assertion again: an assertion works once
            Without the defence: ✗ works
            attacker holds  an access token of 'victim', scope 'read'

            With the defence: ✓ stopped
            result    no token
            response  401 invalid_client
            check     assertion.jti_unused
            """.ReplaceLineEndings("\n"),
            view.ToString(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_claim_that_an_attack_is_stopped_fails_where_nothing_stops_it_or_it_never_worked()
    {
        await using var lab = await LessonLab.OpenAsync(new LabOptions(), TestContext.Current.CancellationToken);
        Task AskAsync(LessonLab server) => server.TokenClient("mobile-app-secret").RequestTokenAsync("read");
        Task GuessAsync(LessonLab server) =>
            server
                .TokenClient("mobile-app-secret", new ClientAuthenticationMethodConfiguration.Secret("wrong"))
                .RequestTokenAsync("read");

        var honest = await Assert.ThrowsAsync<LessonExpectationException>(() =>
            lab.MustStopAsync("an honest request", Defence.SingleUse, AskAsync, Rules.JtiUnused.Name)
        );
        var wrong = await Assert.ThrowsAsync<LessonExpectationException>(() =>
            lab.MustStopAsync("a wrong secret", Defence.SingleUse, GuessAsync, Rules.SecretValue.Name)
        );

        Assert.Equal(
            "an honest request: expected a token without the defence, saw a token; expected assertion.jti_unused with it, saw a token.",
            honest.Message
        );
        Assert.Equal(
            "a wrong secret: expected a token without the defence, saw secret.value; expected secret.value with it, saw secret.value.",
            wrong.Message
        );
    }

    [Fact]
    public async Task A_server_without_a_defence_says_so_in_each_check_that_looks_away()
    {
        await using var lab = await LessonLab.OpenAsync(new LabOptions(), TestContext.Current.CancellationToken);
        await using var weak = await lab.WithoutAsync(Enum.GetValues<Defence>());

        await weak.TokenClient("mobile-app-jwt-asymmetric")
            .RequestTokenAsync("read", TestContext.Current.CancellationToken);

        Assert.Equal(
            [
                (Rules.Alg.Name, "anything: the defence AlgorithmOfRegistration is switched off"),
                (Rules.Crit.Name, "anything: the defence CriticalHeaders is switched off"),
                (Rules.JtiUnused.Name, "anything: the defence SingleUse is switched off"),
            ],
            weak.LastExchange.Trace.Decisions.Where(decision =>
                    decision.Expected.StartsWith("anything", StringComparison.Ordinal)
                )
                .Select(decision => (decision.Check, decision.Expected))
        );
    }

    // Rows of the tables whose heading says what to try.
    private static List<string[]> LessonRows()
    {
        using var lesson = JsonDocument.Parse(File.ReadAllText(Checkout.PathOf("notebooks/11-attacks.ipynb")));
        return
        [
            .. lesson
                .RootElement.GetProperty("cells")
                .EnumerateArray()
                .Select(cell =>
                    string.Concat(cell.GetProperty("source").EnumerateArray().Select(line => line.GetString()))
                )
                .Where(text => text.Contains("| attack | hit | try at your own server |", StringComparison.Ordinal))
                .SelectMany(text =>
                    text.Split('\n')
                        .Where(line => line.StartsWith('|'))
                        .Skip(2)
                        .Select(line => line.Trim('|').Split('|', StringSplitOptions.TrimEntries))
                ),
        ];
    }
}
