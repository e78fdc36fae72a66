using System.Xml.Linq;
using ClientAuth.Visuals.Gallery;
using ClientAuth.Visuals.Tests.Contract;
using ClientAuth.Visuals.Tests.Samples;

namespace ClientAuth.Visuals.Tests.Gallery;

public sealed class MistakesViewTests
{
    private static readonly ShownMistake Clock = new()
    {
        Rank = 1,
        Symptoms = [("Keycloak", "Token is not active"), ("Okta", "`exp` is over")],
        Side = "your request",
        Title = "The clock is wrong",
        Wrong = "It is ahead.",
        Look = "Print `iat`.",
        Mend = "Synchronise the clock.",
        Case = SampleGallery.Shown("J24") with { Response = "401 invalid_client", Sent = SampleExchange.Refused },
    };

    private static readonly ShownMistake File = Clock with
    {
        Rank = 2,
        Symptoms = [("OpenSSL", "unsupported")],
        Side = "your file",
        Case = null,
        Page = ("16-client-files.ipynb", "lesson 16, cell old"),
    };

    [Fact]
    public void As_text_it_says_what_people_see_where_it_lies_and_what_the_lab_says() =>
        Assert.Equal(
            $"""
            What people get wrong, the most frequent first
            your request 1, your file 1
            #  What they see                  Where it lies  At the lab's server
            -  -----------------------------  -------------  {new string('-', 41)}
            1  Keycloak: Token is not active  your request   J24: 401 invalid_client, at {SampleTrace.Failing.Failure!.Check}
            2  OpenSSL: unsupported           your file      lesson 16, cell old
            """.ReplaceLineEndings("\n"),
            new MistakesView([Clock, File]).ToString()
        );

    [Fact]
    public void A_mistake_opens_to_its_other_symptoms_its_mend_and_its_case()
    {
        var page = HtmlRules.Parse(new MistakesView([Clock, File]).ToHtml());
        var inside = page.Descendants("details").First().Element("div")!;

        Assert.Equal(
            [
                "Or you see: Okta: exp is over",
                "What is wrong: The clock is wrong. It is ahead.",
                "How to see it: Print iat.",
                "What to change: Synchronise the clock.",
            ],
            inside.Elements("p").Select(line => line.Value)
        );
        Assert.Equal(
            $"J24: J24 → 401 invalid_client, at {SampleTrace.Failing.Failure!.Check}",
            inside.Elements("details").Elements("summary").Single().Value
        );
    }

    [Fact]
    public void A_symptom_that_no_server_words_stands_alone() =>
        Assert.Contains(
            "\n1  The server hangs up  your request",
            new MistakesView([Clock with { Symptoms = [(null, "The server hangs up")] }]).ToString(),
            StringComparison.Ordinal
        );

    [Fact]
    public void A_mistake_that_no_server_can_see_leads_to_the_lesson_that_makes_it() =>
        Assert.Equal(
            "16-client-files.ipynb",
            (string?)
                HtmlRules
                    .Parse(new MistakesView([File]).ToHtml())
                    .Descendants("a")
                    .Single(link => link.Value == "lesson 16, cell old")
                    .Attribute("href")
        );

    [Fact]
    public void A_lesson_that_is_not_there_is_named_without_a_link() =>
        Assert.Empty(
            HtmlRules
                .Parse(new MistakesView([File with { Page = ("", "lesson 16, cell old") }]).ToHtml())
                .Descendants("a")
        );
}
