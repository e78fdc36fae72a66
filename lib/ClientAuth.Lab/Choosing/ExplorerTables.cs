using System.Xml.Linq;

namespace ClientAuth.Lab.Choosing;

/// <summary>The whole model as tables: what is recommended where, and what is said for and against each method.</summary>
internal static class ExplorerTables
{
    public static IEnumerable<XElement> Render(DecisionModel model) =>
        [
            Table(
                "Every recommendation; each situation is in exactly one row",
                ["Where", "Recommended"],
                DecisionTable.Of(model).Select(row => Row(Where(model, row.Answers), row.Method.Name))
            ),
            new XElement(
                "details",
                new XElement("summary", "Every rule, with the sentences that it rests on"),
                Rules("What speaks for a method", model, model.Recommends),
                Rules("What rules a method out", model, model.RulesOut),
                Rules("What speaks against a method that would do", model, model.SpeaksAgainst),
                Rules("What to take care of", model, model.Conditions)
            ),
        ];

    public static string Plain(DecisionModel model) =>
        string.Join("\n", DecisionTable.Of(model).Select(row => $"{Where(model, row.Answers)}: {row.Method.Name}"));

    private static XElement Rules(string caption, DecisionModel model, IEnumerable<DecisionRule> rules) =>
        Table(caption, ["Method", "Where", "Because", "Sentences"], rules.Select(rule => Row(model, rule)));

    private static XElement Row(DecisionModel model, DecisionRule rule) =>
        Row(
            string.Join(", ", rule.Methods.Select(id => model.Methods.Single(method => method.Id == id).Name)),
            Where(model, rule.When),
            rule.Because,
            rule.Sentences.Select(id => new XElement(
                "div",
                Quote(model.Sentences.Single(sentence => sentence.Id == id))
            ))
        );

    private static object[] Quote(QuotedSentence sentence) =>
        [
            new XElement("q", sentence.Text),
            " ",
            new XElement("span", new XAttribute("class", "source"), $"({sentence.Source}, {sentence.Place})"),
        ];

    private static string Where(DecisionModel model, IReadOnlyDictionary<string, IReadOnlyList<string>> answers) =>
        answers.Count == 0
            ? "everywhere"
            : string.Join(
                "; ",
                model
                    .Inputs.Where(input => answers.ContainsKey(input.Id))
                    .Select(input =>
                        string.Join(
                            " or ",
                            input
                                .Values.Where(value => answers[input.Id].Contains(value.Id))
                                .Select(value => value.Name)
                        )
                    )
            );

    private static XElement Table(string caption, IEnumerable<string> columns, IEnumerable<XElement> rows) =>
        new(
            "table",
            new XElement("caption", caption),
            new XElement(
                "thead",
                new XElement("tr", columns.Select(column => new XElement("th", new XAttribute("scope", "col"), column)))
            ),
            new XElement("tbody", rows)
        );

    private static XElement Row(object head, params IEnumerable<object> cells) =>
        new(
            "tr",
            new XElement("th", new XAttribute("scope", "row"), head),
            cells.Select(cell => new XElement("td", cell))
        );
}
