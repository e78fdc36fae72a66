using ClientAuth.Protocol.Recording;
using ClientAuth.Visuals.Html;
using ClientAuth.Visuals.Text;
using ClientAuth.Visuals.Transcripts;

namespace ClientAuth.Visuals.Sequences;

/// <summary>What folds out for a message: all of it, as it crossed the wire.</summary>
internal static class MessageDetails
{
    public static HtmlElement Of(SequenceStep step) =>
        new(
            "details",
            [
                new HtmlElement("summary", new BreakableText(Summary(step))).Styled(Style.Summary),
                .. Content(step.Kind, step.Exchange!),
            ]
        );

    private static string Summary(SequenceStep step) =>
        $"{Numbers.Show(step.Number)} · {step.Headline}, {StepWords.NameOf(step.From)} "
        + $"{(step.Kind == StepKind.Handshake ? "↔" : "→")} {StepWords.NameOf(step.To)}";

    private static IEnumerable<HtmlNode> Content(StepKind kind, RecordedExchange exchange) =>
        kind switch
        {
            StepKind.Handshake => [MessageTranscript.Connection(exchange)],
            StepKind.Request => MessageTranscript.Request(exchange.Request),
            _ => MessageTranscript.Response(exchange.Response),
        };
}
