using System.Text.RegularExpressions;
using ClientAuth.FailureCases.Catalogue;
using ClientAuth.FailureCases.Results;
using ClientAuth.Lab.Gallery;
using ClientAuth.Lab.Mistakes;

namespace ClientAuth.Lab.Tests.Gallery;

/// <summary>The gallery shows what the tests of the catalogue recorded, and what it runs itself is the same.</summary>
public sealed class FailureGalleryTests(OpenGallery open) : IClassFixture<OpenGallery>
{
    private static readonly FailureCatalogue Catalogue = FailureCatalogue.Load(
        Checkout.PathOf("data", "failure-cases.json")
    );

    private static readonly RecordedResults Results = RecordedResults.Load(
        Checkout.PathOf("data", "failure-results.json")
    );

    private readonly FailureGallery _gallery = open.Gallery;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void The_matrix_has_every_case_and_every_recorded_run()
    {
        var html = _gallery.Matrix().ToHtml();
        var text = _gallery.Matrix().ToString();

        Assert.Contains(
            $"{Catalogue.Cases.Count()} cases, {Results.Runs.Count} runs, each answered as it must be",
            text,
            StringComparison.Ordinal
        );
        Assert.All(
            Catalogue.Cases,
            one => Assert.Contains($"\"failure-cases.md#{one.Id}\"", html, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void The_numbers_of_the_matrix_add_up_to_the_recorded_runs()
    {
        var rows = _gallery
            .Matrix()
            .ToString()
            .Split('\n')
            .SkipWhile(line => !line.StartsWith("---", StringComparison.Ordinal))
            .Skip(1)
            .TakeWhile(line => !line.Contains(':', StringComparison.Ordinal))
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1..])
            .Select(numbers => numbers.Select(number => number == "·" ? 0 : int.Parse(number, null)).ToList())
            .ToList();

        Assert.Equal(Catalogue.Cases.Count(), rows.Sum(row => row[0]));
        Assert.Equal(Results.Runs.Count, rows.Sum(row => row.Skip(1).Sum()));
    }

    [Fact]
    public async Task A_group_that_is_run_now_is_answered_as_recorded()
    {
        var text = (await _gallery.RunAsync("secret", "client_secret_post", Cancellation)).ToString();

        var expected = Results.Runs.Where(run =>
            run.Method == "client_secret_post" && IsOfSecrets(Catalogue.Find(run.Case))
        );
        Assert.StartsWith(
            $"Secret, sent by client_secret_post, just now\n{expected.Count()} of {expected.Count()} answered as recorded",
            text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_case_is_shown_with_both_ends_of_its_refusal_and_the_mended_request()
    {
        var text = (await _gallery.ShowAsync("J24", "private_key_jwt", Cancellation)).ToString();

        Assert.StartsWith("J24: exp five minutes ago\n", text, StringComparison.Ordinal);
        Assert.Contains("HTTP/1.1 401 Unauthorized", text, StringComparison.Ordinal);
        Assert.Contains("check     assertion.exp", text, StringComparison.Ordinal);
        Assert.Contains("The mended request (−) and this one (+)\n− 200 OK\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_prepared_for_a_case_is_told()
    {
        var text = (await _gallery.ShowAsync("T18.reversed", cancellationToken: Cancellation)).ToString();

        Assert.Contains("prepared         registered tls_client_auth_subject_dn: ", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("G05.swapped-body", "client_secret_post", "+ client_id")]
    [InlineData("J08.secret", "client_secret_jwt", "+ claim iss")]
    public async Task A_secret_in_the_place_of_a_name_is_not_shown(string id, string method, string place)
    {
        var text = (await _gallery.ShowAsync(id, method, Cancellation)).ToString();

        Assert.Matches($@"{Regex.Escape(place)} +""?the-secret""?\s", text);
    }

    [Fact]
    public async Task A_method_that_does_not_send_the_case_is_told_which_do() =>
        Assert.StartsWith(
            "The case A04 is not sent by 'private_key_jwt', but by client_secret_jwt.",
            (
                await Assert.ThrowsAsync<ArgumentException>(() =>
                    _gallery.ShowAsync("A04", "private_key_jwt", Cancellation)
                )
            ).Message,
            StringComparison.Ordinal
        );

    [Fact]
    public async Task A_group_or_a_method_that_is_not_there_is_told_what_there_is()
    {
        var group = await Assert.ThrowsAsync<ArgumentException>(() =>
            _gallery.RunAsync("Weather", "none", Cancellation)
        );
        var method = await Assert.ThrowsAsync<ArgumentException>(() =>
            _gallery.RunAsync("Secret", "none", Cancellation)
        );

        Assert.StartsWith(
            "There is no group 'Weather'; there are Request, Method, ",
            group.Message,
            StringComparison.Ordinal
        );
        Assert.StartsWith(
            "The group 'Secret' has no case that 'none' sends; its cases are sent by: ",
            method.Message,
            StringComparison.Ordinal
        );
        Assert.Contains("client_secret_basic", method.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_most_frequent_mistakes_are_shown_in_their_order_each_with_a_refusal_or_where_to_see_it()
    {
        var view = await _gallery.MistakesAsync(20, Cancellation);

        // They are called by their numbers here, and by identifiers such as M08 on the page alone.
        Assert.Contains("look at form encoding (8)", view.ToHtml(), StringComparison.Ordinal);
        var text = view.ToString();
        var rows = text.Split('\n')[4..];
        Assert.Equal(
            ClientMistakes.Load().MostFrequent(20).Select(mistake => $"{mistake.Rank}"),
            rows.Select(row => row.Split(' ')[0])
        );
        Assert.All(
            rows,
            row => Assert.Matches(@"  \S+: [45]\d\d .*, at \w+\.\w+$|  lesson \d\d, cell [a-z0-9-]+$", row)
        );
    }

    [Fact]
    public void Words_find_cases_by_what_is_sent_why_and_what_comes_of_it()
    {
        Assert.Contains("J19.slash", _gallery.Find("AUD slash").ToString(), StringComparison.Ordinal);
        Assert.Contains("0 of ", _gallery.Find("aud slash weather").ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_is_shown_without_what_came_of_it()
    {
        var text = (await _gallery.RequestsAsync("J24", "J27.iat")).ToString();

        Assert.Equal(
            [
                "J24      exp five minutes ago     exp   now + 60 seconds   now − 300 seconds",
                "J27.iat  iat eight seconds ahead  iat   now + 0 seconds    now + 8 seconds",
            ],
            text.Split('\n')[4..]
        );
    }

    [Fact]
    public async Task A_case_that_no_server_sees_has_no_request_to_show() =>
        Assert.Contains(
            "(nothing to compare)",
            (await _gallery.RequestsAsync("A23.symmetric")).ToString(),
            StringComparison.Ordinal
        );

    private static bool IsOfSecrets(FailureCase one) =>
        FailureGroups.Load().Of(one, Catalogue.Sections.Single(section => section.Cases.Contains(one)).Id).Name
        == "Secret";
}
