using ClientAuth.Visuals.Html;

namespace ClientAuth.Visuals.Gallery;

/// <summary>One case, run just now: the request, the response and the decision behind it, why, and the mended request beside it.</summary>
public sealed class CaseView(ShownCase shown) : View($"{shown.Id}: {shown.Title}")
{
    private protected override IEnumerable<HtmlNode> Body() => CaseParts.Of(shown);

    private protected override IEnumerable<HtmlNode> Glance() => [CaseParts.Glance(shown)];

    private protected override string PlainBody() => CaseParts.Plain(shown);
}
