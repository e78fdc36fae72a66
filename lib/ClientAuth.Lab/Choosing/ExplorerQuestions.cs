using System.Xml.Linq;

namespace ClientAuth.Lab.Choosing;

/// <summary>The questions as a form. It stays hidden until the script that answers it runs.</summary>
internal static class ExplorerQuestions
{
    public static IEnumerable<XElement> Render(IEnumerable<DecisionInput> inputs) =>
        [new("form", new XAttribute("hidden", "hidden"), inputs.Select(Question))];

    private static XElement Question(DecisionInput input) =>
        new(
            "fieldset",
            new XElement("legend", input.Question),
            input.Values.Select((value, place) => Answer(input, value, place))
        );

    // Names of radio buttons are the form's own, so two explorers in one page do not disturb each other.
    private static XElement Answer(DecisionInput input, InputValue value, int place) =>
        new(
            "label",
            new XElement(
                "input",
                new XAttribute("type", "radio"),
                new XAttribute("name", input.Id),
                new XAttribute("value", value.Id),
                place == 0 ? new XAttribute("checked", "checked") : null
            ),
            " ",
            value.Means
        );
}
