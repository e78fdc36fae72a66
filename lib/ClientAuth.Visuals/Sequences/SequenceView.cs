using ClientAuth.Protocol.Recording;
using ClientAuth.Visuals.Html;
using ClientAuth.Visuals.Text;
using ClientAuth.Visuals.Transcripts;

namespace ClientAuth.Visuals.Sequences;

/// <summary>
/// Who sent what to whom, in order, and when: recorded exchanges as a drawing, with each message as it crossed the wire folded
/// below it. Participants stand in it where they took part.
/// </summary>
public sealed class SequenceView : View
{
    private readonly IReadOnlyList<SequenceStep> _steps;

    /// <param name="exchanges">What crossed the wire.</param>
    /// <param name="works">What participants did by themselves meanwhile; drawn where every exchange has its times.</param>
    /// <param name="title">What it shows.</param>
    public SequenceView(
        IReadOnlyList<RecordedExchange> exchanges,
        IReadOnlyList<RecordedWork>? works = null,
        string title = "Who sent what to whom"
    )
        : base(title)
    {
        Exchanges = exchanges;
        _steps = SequenceSteps.Of(exchanges, works ?? []);
    }

    /// <summary>What is drawn.</summary>
    public IReadOnlyList<RecordedExchange> Exchanges { get; }

    /// <summary>Who takes part, from left to right.</summary>
    public IReadOnlyList<Participant> Participants =>
        [.. _steps.SelectMany(step => new[] { step.From, step.To }).Distinct().Order()];

    private protected override IEnumerable<HtmlNode> Body() =>
        Exchanges is []
            ? [new HtmlElement("p", Summary())]
            :
            [
                new HtmlElement("p", Summary()),
                new SequenceSvg(_steps, SequenceFrame.Wide(Participants)).Render(Title, Summary()),
                new SequenceSvg(_steps, SequenceFrame.Narrow(Participants)).Render(Title, Summary()),
                .. _steps.Where(step => step.Number > 0).Select(MessageDetails.Of),
                new HtmlElement("p", Shortened.Rule).Styled(Style.Note),
            ];

    private protected override IEnumerable<HtmlNode> Glance() =>
        [
            string.Join(
                ", ",
                _steps.Where(step => step.Number > 0).Select(step => step.Headline).DefaultIfEmpty(Summary())
            ),
        ];

    private protected override string PlainBody() =>
        Exchanges is [] ? Summary() : $"{Summary()}\n{SequenceText.Render(_steps)}";

    private string Summary()
    {
        if (Exchanges is [])
        {
            return "Nothing crossed the wire";
        }

        var refused = _steps.Count(step => step is { Kind: StepKind.Response, IsRefused: true });
        var requests = Exchanges.Count == 1 ? "One request" : $"{Numbers.Show(Exchanges.Count)} requests";
        var outcome = refused == 0 ? "none refused" : $"{Numbers.Show(refused)} refused";
        return $"{requests}, {outcome}: {StepWords.Listed(Participants)}";
    }
}
