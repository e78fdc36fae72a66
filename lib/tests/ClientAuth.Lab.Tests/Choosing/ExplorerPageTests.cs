using System.Text.RegularExpressions;
using System.Xml.Linq;
using ClientAuth.Lab.Choosing;

namespace ClientAuth.Lab.Tests.Choosing;

/// <summary>The page of the explorer says what the model says. <c>UPDATE_REFERENCE=1</c> writes it.</summary>
public sealed partial class ExplorerPageTests
{
    private static readonly DecisionModel Model = DecisionModel.Load();

    private static readonly string Html = new MethodExplorer(Model).ToHtml();

    [Fact]
    public void The_page_is_written_from_the_model()
    {
        var path = Checkout.PathOf("notebooks", "choosing-a-method.html");
        var expected = new MethodExplorer(Model).ToPage();
        if (Environment.GetEnvironmentVariable("UPDATE_REFERENCE") is "1")
        {
            File.WriteAllText(path, expected);
        }

        Assert.Equal(expected, File.ReadAllText(path).ReplaceLineEndings("\n"));
    }

    [Fact]
    public void It_loads_nothing_and_sends_nothing() =>
        Assert.DoesNotMatch(@"https?:|src=|href=|url\(|@import|fetch\(|XMLHttpRequest|import ", Html);

    [Fact]
    public void Every_question_is_a_group_with_a_legend_and_every_answer_a_labelled_control()
    {
        var form = XElement.Parse(Form().Match(Html).Value);

        Assert.Equal(Model.Inputs.Select(input => input.Question), form.Descendants("legend").Select(l => l.Value));
        Assert.Equal(
            Model.Inputs.SelectMany(input => input.Values).Select(value => $"{value.Id}: {value.Means}"),
            form.Descendants("label")
                .Select(label => $"{(string?)label.Element("input")!.Attribute("value")}: {label.Value.Trim()}")
        );
        Assert.All(
            form.Descendants("fieldset"),
            question => Assert.Single(question.Descendants("input"), input => input.Attribute("checked") is not null)
        );
    }

    [Fact]
    public void What_changes_is_said_aloud() =>
        Assert.Contains("role=\"status\" aria-live=\"polite\"", Html, StringComparison.Ordinal);

    [Fact]
    public void Without_scripts_the_tables_hold_every_recommendation_and_every_reason()
    {
        var withoutScripts = Script().Replace(Html, "");
        var tables = string.Concat(Table().Matches(withoutScripts).Select(table => table.Value));
        var cells = XElement
            .Parse($"<tables>{tables}</tables>")
            .Descendants()
            .Where(IsCell)
            .Select(cell => cell.Value)
            .ToHashSet();

        Assert.Subset(cells, Model.Methods.Select(method => method.Name).ToHashSet());
        Assert.Subset(
            cells,
            ((DecisionRule[])[.. Model.Recommends, .. Model.RulesOut, .. Model.SpeaksAgainst, .. Model.Conditions])
                .Select(rule => rule.Because)
                .ToHashSet()
        );
        Assert.All(
            Model.Sentences,
            sentence => Assert.Contains(cells, cell => cell.Contains(sentence.Text, StringComparison.Ordinal))
        );
        Assert.All(
            Table().Matches(withoutScripts),
            table => Assert.Contains("<caption>", table.Value, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Text_of_the_model_cannot_become_markup()
    {
        const string Hostile = "</script><script>alert(1)</script>&\"'";
        var hostile = Model with
        {
            Methods = [.. Model.Methods.Select(method => method with { Name = Hostile, Configuration = Hostile })],
            Sentences = [.. Model.Sentences.Select(sentence => sentence with { Text = Hostile, Source = Hostile })],
            Inputs = [Model.Inputs[0] with { Question = Hostile }, .. Model.Inputs.Skip(1)],
        };

        var html = new MethodExplorer(hostile).ToHtml();

        Assert.DoesNotContain("alert(1)</script>", html, StringComparison.Ordinal);
        Assert.Equal(2, Regex.Count(html, "<script"));
    }

    [Fact]
    public void A_cell_shows_it_as_html_and_as_the_table_of_recommendations()
    {
        var text = new MethodExplorer(Model).ToString();

        Assert.StartsWith(
            "Choosing a method\nevery device attests; no profile: Attestation, ",
            text,
            StringComparison.Ordinal
        );
        Assert.Equal(DecisionTable.Of(Model).Count + 1, text.Split('\n').Length);
    }

    private static bool IsCell(XElement element) => element.Name.LocalName is "td" or "th";

    [GeneratedRegex("<form.*</form>", RegexOptions.Singleline)]
    private static partial Regex Form();

    [GeneratedRegex("<script.*?</script>", RegexOptions.Singleline)]
    private static partial Regex Script();

    [GeneratedRegex("<table>.*?</table>", RegexOptions.Singleline)]
    private static partial Regex Table();
}
