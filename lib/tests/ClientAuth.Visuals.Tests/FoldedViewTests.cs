using ClientAuth.Visuals.Sequences;
using ClientAuth.Visuals.Tests.Contract;
using ClientAuth.Visuals.Tests.Samples;

namespace ClientAuth.Visuals.Tests;

/// <summary>A view in one line, which a reader may open.</summary>
public sealed class FoldedViewTests
{
    [Fact]
    public void Its_line_has_the_title_and_what_the_view_says_at_a_glance()
    {
        AssertLine(
            "The lab is open Issuer: https://localhost",
            new FactsView("The lab is open", ("Issuer", "https://localhost"), ("Clients", "3"))
        );
        AssertLine(
            "By hand ✓ Every part is equal header, claims",
            new ComparisonView("By hand", ("header", "a", "a"), ("claims", "b", "b"))
        );
        AssertLine(
            "By hand ✗ 1 of 2 parts differ header, claims",
            new ComparisonView("By hand", ("header", "a", "a"), ("claims", "b", "c"))
        );
        AssertLine(
            "Refused ✗ 401 Unauthorized invalid_client assertion.aud: "
                + "expected https://localhost:8443, seen https://other.example",
            new RefusalView(SampleExchange.Refused)
        );
        AssertLine(
            "Who sent what to whom TLS 1.3 handshake, POST /token, ✗ 401 invalid_client",
            new SequenceView([SampleSequence.Refused])
        );
    }

    [Fact]
    public void Everything_that_the_open_view_says_is_in_the_fold()
    {
        foreach (var view in AllViews.With("text").OfType<View>())
        {
            var (open, folded) = (ValueOf(view), ValueOf(view.Folded()));

            Assert.EndsWith(open[view.Title.Length..], folded, StringComparison.Ordinal);
            Assert.StartsWith($"{view.Title} ", folded, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void As_plain_text_it_stands_open() =>
        Assert.Equal(
            new FactsView("Facts", ("name", "value")).ToString(),
            new FactsView("Facts", ("name", "value")).Folded().ToString()
        );

    [Fact]
    public void The_view_that_was_folded_stays_open()
    {
        var view = new FactsView("Facts", ("name", "value"));
        var before = view.ToHtml();

        _ = view.Folded();

        Assert.Equal(before, view.ToHtml());
    }

    private static void AssertLine(string expected, View view)
    {
        var fold = Assert.Single(HtmlRules.Content(view.Folded().ToHtml()).Elements());

        Assert.Equal("details", fold.Name.LocalName);
        Assert.Null(fold.Attribute("open"));
        Assert.Equal(expected, fold.Element("summary")?.Value);
    }

    private static string ValueOf(View view) => HtmlRules.Parse(view.ToHtml()).Value;
}
