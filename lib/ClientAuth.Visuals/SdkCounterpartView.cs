using ClientAuth.Visuals.Html;
using ClientAuth.Visuals.Text;

namespace ClientAuth.Visuals;

/// <summary>The same configuration as a mobile developer writes it, one block of code for each SDK.</summary>
public sealed class SdkCounterpartView(string kotlin, string swift, string reactNative)
    : View("The same in the mobile SDK")
{
    private readonly IReadOnlyList<(string Language, string Code)> _blocks =
    [
        ("Kotlin (Android)", kotlin),
        ("Swift (iOS)", swift),
        ("React Native (TypeScript)", reactNative),
    ];

    private protected override IEnumerable<HtmlNode> Body() => _blocks.SelectMany(Block);

    private protected override string PlainBody() =>
        string.Join("\n\n", _blocks.Select(block => $"{block.Language}\n{VisibleText.Block(block.Code)}"));

    private static IEnumerable<HtmlNode> Block((string Language, string Code) block) =>
        [
            new HtmlElement("p", block.Language).Styled(Style.Subtitle),
            new HtmlElement("pre", new HtmlElement("code", HtmlNode.Block(block.Code)).Styled(Style.Code)).Styled(
                Style.Wire
            ),
        ];
}
