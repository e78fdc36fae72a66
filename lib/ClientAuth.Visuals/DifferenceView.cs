using ClientAuth.Protocol;
using ClientAuth.Protocol.Recording;
using ClientAuth.Visuals.Differences;
using ClientAuth.Visuals.Html;
using ClientAuth.Visuals.Text;
using ClientAuth.Visuals.Transcripts;

namespace ClientAuth.Visuals;

/// <summary>
/// Two things part by part, with what differs marked inside the values. Parts that are equal stand there once; where there are many in a
/// row, they are folded. Of credentials no more is shown than in a transcript.
/// </summary>
public sealed class DifferenceView : View
{
    private readonly IReadOnlyList<ComparedPart> _parts;

    /// <param name="title">What is compared.</param>
    /// <param name="parts">The name of each part and its two values; null where one side does not have it.</param>
    public DifferenceView(string title, params IReadOnlyList<(string Name, string? Left, string? Right)> parts)
        : this(title, [.. parts.Select(part => new ComparedPart(part.Name, Value(part.Left), Value(part.Right)))]) { }

    private DifferenceView(string title, IReadOnlyList<ComparedPart> parts)
        : base(title) => _parts = parts;

    /// <summary>Whether nothing differs.</summary>
    internal bool IsEqual => _parts.All(part => part.IsEqual);

    /// <summary>The parts that differ, as <c>claim sub: "a" → "b"; signature: …</c>.</summary>
    public string InOneLine =>
        string.Join(
            "; ",
            _parts
                .Where(part => !part.IsEqual)
                .Select(part => $"{part.Name}: {part.Left?.Shown ?? "(absent)"} → {part.Right?.Shown ?? "(absent)"}")
        );

    /// <summary>What the values marked − are.</summary>
    public string Left { get; init; } = "Good";

    /// <summary>What the values marked + are.</summary>
    public string Right { get; init; } = "Bad";

    /// <summary>Two requests, each named by what became of it.</summary>
    public static DifferenceView Of(RecordedExchange good, RecordedExchange bad, string title = "What differs") =>
        new(title, ComparedPart.Pair(RequestParts.Of(good), RequestParts.Of(bad)))
        {
            Left = Outcome(good),
            Right = Outcome(bad),
        };

    /// <summary>Two JWTs, decoded and not verified.</summary>
    public static DifferenceView Of(DecodedJwt good, DecodedJwt bad, string title = "What differs") =>
        new(title, ComparedPart.Pair(JwtParts.Of(good), JwtParts.Of(bad)));

    private protected override IEnumerable<HtmlNode> Body() =>
        [
            new HtmlElement(
                "div",
                Outcome(DifferenceMarks.Left, Left, Style.Good),
                Outcome(DifferenceMarks.Right, Right, Style.Bad)
            ).Styled(Style.SideBySide),
            HtmlTable.RenderWide(Summary(), ["Part", "Value"], DifferenceLine.Of(_parts).Select(Row)),
        ];

    private protected override string PlainBody() =>
        string.Join(
            '\n',
            [
                $"{DifferenceMarks.Left} {VisibleText.Line(Left)}",
                $"{DifferenceMarks.Right} {VisibleText.Line(Right)}",
                Summary(),
                PlainTable.Render(DifferenceLine.Of(_parts).SelectMany(Plain)),
            ]
        );

    private static ShownValue? Value(string? text) => text is null ? null : new ShownValue(text);

    private static string Outcome(RecordedExchange exchange) =>
        string.Join(
            ", ",
            new[]
            {
                MessageTranscript.Status(exchange.Response),
                ErrorCode.In(exchange.Response.Body),
                exchange.Trace.Failure?.Check,
            }.OfType<string>()
        );

    private string Summary() =>
        _parts.Count(part => !part.IsEqual) switch
        {
            0 => "Every part is equal",
            1 => $"1 of {Numbers.Show(_parts.Count)} parts differs",
            var count => $"{Numbers.Show(count)} of {Numbers.Show(_parts.Count)} parts differ",
        };

    private static HtmlElement Outcome(string sign, string words, Style style) =>
        new HtmlElement(
            "p",
            new HtmlElement("span", sign).Styled(style),
            " ",
            new HtmlElement("strong", new BreakableText(words))
        ).Styled(Style.Part);

    private static HtmlElement Row(DifferenceLine line) =>
        line switch
        {
            DifferenceLine.Open { Part: { IsEqual: true } part } => HtmlTable.Row([
                HtmlTable.Code(part.Name),
                HtmlTable.Code(part.Left!.Shown),
            ]),
            DifferenceLine.Open { Part: var part } => HtmlTable.Row([HtmlTable.Code(part.Name), Values(part)]),
            DifferenceLine.Folded folded => HtmlTable.WholeRow(Fold(folded), columns: 2),
            _ => throw new ArgumentException($"{line.GetType().Name} is no line of a difference.", nameof(line)),
        };

    private static HtmlElement Values(ComparedPart part)
    {
        var (left, right) = DifferenceMarks.Of(part);
        return new HtmlElement("div", Side(DifferenceMarks.Left, left), Side(DifferenceMarks.Right, right)).Styled(
            Style.SideBySide
        );
    }

    private static HtmlElement Side(string sign, HtmlElement? value) =>
        new HtmlElement("div", $"{sign} ", value ?? (HtmlNode)"(absent)").Styled(Style.Part);

    private static HtmlElement Fold(DifferenceLine.Folded folded) =>
        new(
            "details",
            new HtmlElement("summary", $"{folded}"),
            HtmlTable.FactsWithoutCaption(
                $"{folded}",
                folded.Parts.Select(part => (part.Name, (HtmlNode)HtmlTable.Code(part.Left!.Shown)))
            )
        );

    private static IEnumerable<(string Name, string Value)> Plain(DifferenceLine line) =>
        line switch
        {
            DifferenceLine.Open { Part: { IsEqual: true } part } => [($"  {part.Name}", part.Left!.Shown)],
            DifferenceLine.Open { Part: var part } =>
            [
                .. part.Left is { } left
                    ? [($"{DifferenceMarks.Left} {part.Name}", left.Shown)]
                    : Array.Empty<(string, string)>(),
                .. part.Right is { } right
                    ? [($"{DifferenceMarks.Right} {part.Name}", right.Shown)]
                    : Array.Empty<(string, string)>(),
            ],
            _ => [("  …", $"{line}")],
        };
}
