using System.Text.RegularExpressions;
using ClientAuth.FailureCases.Catalogue;
using ClientAuth.FailureCases.Reference;

namespace ClientAuth.FailureCases.Tests.Reference;

/// <summary>The page for readers says what the catalogue says. <c>UPDATE_REFERENCE=1</c> writes it.</summary>
public sealed class ReferencePageTests
{
    private static readonly FailureCatalogue Catalogue = FailureCatalogue.Load(Checkout.Catalogue);

    [Fact]
    public void The_reference_page_is_the_catalogue()
    {
        var expected = new ReferencePage(Catalogue, Lessons()).Write();
        if (Environment.GetEnvironmentVariable("UPDATE_REFERENCE") is "1")
        {
            File.WriteAllText(Checkout.ReferencePage, expected);
        }

        Assert.Equal(expected, File.ReadAllText(Checkout.ReferencePage).ReplaceLineEndings("\n"));
    }

    [Fact]
    public void Every_case_has_an_anchor_of_its_own()
    {
        var anchors = Catalogue.Cases.Select(failureCase => failureCase.Id).ToList();

        Assert.Equal(
            anchors,
            Regex
                .Matches(File.ReadAllText(Checkout.ReferencePage), "<a id=\"([^\"]+)\">")
                .Select(a => a.Groups[1].Value)
        );
        Assert.Equal(anchors.Distinct(), anchors);
    }

    [Fact]
    public void Text_of_a_case_cannot_break_the_table_or_become_markup()
    {
        var first = Catalogue.Cases.First() with
        {
            Title = "a | b <i>c</i> `d` *e*",
            Why = "First line\nsecond & [f](g)",
        };
        var catalogue = new FailureCatalogue
        {
            Sections =
            [
                new CaseSection
                {
                    Id = "s",
                    Title = "Section & more",
                    Cases = [first],
                },
            ],
        };

        var page = new ReferencePage(catalogue, new Dictionary<string, string>()).Write();

        Assert.Contains(
            @"**a \| b &lt;i\>c&lt;/i\> \`d\` \*e\***<br>First line second &amp; \[f\](g)",
            page,
            StringComparison.Ordinal
        );
        Assert.Contains("[Section &amp; more](#section--more)", page, StringComparison.Ordinal);
    }

    private static Dictionary<string, string> Lessons() =>
        Directory
            .EnumerateFiles(Path.GetDirectoryName(Checkout.ReferencePage)!, "??-*.ipynb")
            .Select(path => Path.GetFileName(path))
            .ToDictionary(name => name[..2]);
}
