using ClientAuth.Protocol.Display;
using ClientAuth.Visuals.Html;
using ClientAuth.Visuals.Text;

namespace ClientAuth.Visuals;

/// <summary>
/// Something a lesson shows: as HTML in a notebook, as aligned text everywhere else. The cases are
/// <see cref="HttpTranscriptView"/>, <see cref="DecodedJwtView"/>, <see cref="CertificateCardView"/>,
/// <see cref="PlatformAttestationView"/>, <see cref="DecisionTraceView"/>, <see cref="RefusalView"/>,
/// <see cref="ExchangeListView"/>, <see cref="Sequences.SequenceView"/>, <see cref="Handshakes.HandshakeView"/>,
/// <see cref="Handshakes.HandshakeComparisonView"/>, <see cref="ComparisonView"/>, <see cref="DifferenceView"/>,
/// <see cref="FleetView"/>, <see cref="ClientBoardView"/>, <see cref="MethodSummaryView"/>, <see cref="MistakeComparisonView"/>, <see cref="AttackView"/>, <see cref="AttackBoardView"/>,
/// <see cref="Gallery.FailureMatrixView"/>, <see cref="Gallery.CaseView"/>, <see cref="Gallery.MistakesView"/>,
/// <see cref="SdkCounterpartView"/>, <see cref="Exercises.ExerciseView"/>, <see cref="TableView"/> and
/// <see cref="FactsView"/>.
/// </summary>
[TypeFormatterSource(typeof(ViewFormatters), PreferredMimeTypes = [MimeTypes.Html, MimeTypes.PlainText])]
public abstract class View
{
    private bool _isFolded;

    private protected View(string title) => Title = title;

    /// <summary>The heading, which also names the group for a screen reader.</summary>
    public string Title { get; }

    /// <summary>
    /// The same view in one line, to be opened: title, and what it says at a glance. For what a reader has seen before, or may look up.
    /// As plain text, which cannot fold, it stands open.
    /// </summary>
    public View Folded()
    {
        var folded = (View)MemberwiseClone();
        folded._isFolded = true;
        return folded;
    }

    /// <summary>HTML without scripts or style sheets, for light and dark themes; everything in it is escaped.</summary>
    public string ToHtml() =>
        ViewFrame
            .Of(_isFolded ? [Fold()] : [Heading(), .. Body()])
            .With("role", "group")
            .With("aria-label", Title)
            .ToString();

    /// <summary>The same as plain text.</summary>
    public sealed override string ToString() => $"{VisibleText.Line(Title)}\n{PlainBody()}";

    /// <summary>The view without its title, as a part of another.</summary>
    internal IEnumerable<HtmlNode> Inside() => Body();

    /// <summary>The same as plain text.</summary>
    internal string PlainInside() => PlainBody();

    private protected abstract IEnumerable<HtmlNode> Body();

    private protected abstract string PlainBody();

    /// <summary>What a folded view says beside its title, in a few words.</summary>
    private protected virtual IEnumerable<HtmlNode> Glance() => [];

    private HtmlElement Heading() => new HtmlElement("p", new HtmlElement("strong", Title)).Styled(Style.Title);

    private HtmlElement Fold() =>
        new(
            "details",
            [
                new HtmlElement("summary", [new HtmlElement("strong", Title), " ", .. Glance()]).Styled(Style.Summary),
                .. Body(),
            ]
        );
}
