using ClientAuth.Protocol.Display;
using ClientAuth.Visuals.Formatting;
using ClientAuth.Visuals.Html;
using ClientAuth.Visuals.Text;

namespace ClientAuth.Visuals;

/// <summary>
/// Something a lesson shows: as HTML in a notebook, as aligned text everywhere else. The cases are
/// <see cref="HttpTranscriptView"/>, <see cref="DecodedJwtView"/>, <see cref="CertificateCardView"/>,
/// <see cref="PlatformAttestationView"/>, <see cref="DecisionTraceView"/>, <see cref="RefusalView"/>,
/// <see cref="ExchangeListView"/>, <see cref="Sequences.SequenceView"/>, <see cref="Handshakes.HandshakeView"/>,
/// <see cref="Handshakes.HandshakeComparisonView"/>, <see cref="ComparisonView"/>, <see cref="FleetView"/>,
/// <see cref="SdkCounterpartView"/>, <see cref="TableView"/> and <see cref="FactsView"/>.
/// </summary>
[TypeFormatterSource(typeof(ViewFormatters), PreferredMimeTypes = [MimeTypes.Html, MimeTypes.PlainText])]
public abstract class View
{
    private protected View(string title) => Title = title;

    /// <summary>The heading, which also names the group for a screen reader.</summary>
    public string Title { get; }

    /// <summary>HTML without scripts or style sheets, for light and dark themes; everything in it is escaped.</summary>
    public string ToHtml() =>
        new HtmlElement("div", [new HtmlElement("p", new HtmlElement("strong", Title)).Styled(Style.Title), .. Body()])
            .With("role", "group")
            .With("aria-label", Title)
            .Styled(Style.Root)
            .ToString();

    /// <summary>The same as plain text.</summary>
    public sealed override string ToString() => $"{VisibleText.Line(Title)}\n{PlainBody()}";

    private protected abstract IEnumerable<HtmlNode> Body();

    private protected abstract string PlainBody();
}
