using ClientAuth.Protocol.Tls;
using ClientAuth.Visuals.Html;
using ClientAuth.Visuals.Text;

namespace ClientAuth.Visuals.Handshakes;

/// <summary>What folds out for a message that can be read: all its bytes, field by field.</summary>
internal static class MessageFields
{
    /// <summary>Most bytes of one field that are shown.</summary>
    private const int Most = 24;

    /// <summary>Most characters of a value that are shown; a list of all cipher suites has fewer.</summary>
    private const int Longest = 1_400;

    public static HtmlElement Of(TlsMessage message) =>
        new HtmlElement(
            "details",
            new HtmlElement(
                "summary",
                new BreakableText(
                    $"{Numbers.Show(message.Number)} · {message.Name}, {HandshakeWords.Who(message.Sender)}, "
                        + $"{HandshakeWords.Counted(message.Size, "byte")} in {Records(message)}"
                )
            ).Styled(Style.Summary),
            HtmlTable.RenderWithoutCaption(
                $"The bytes of {message.Name}",
                ["Field", "Value", "Bytes"],
                message.Fields.Select(Row).Concat(Problem(message))
            )
        ).With(Volatile.Attribute, "");

    private static string Records(TlsMessage message) =>
        message.Records.Count == 1
            ? $"record {Numbers.Show(message.Records[0])}"
            : $"records {string.Join(", ", message.Records.Select(Numbers.Show))}";

    private static HtmlElement Row(WireField field) =>
        HtmlTable.DenseRow(
            new BreakableText(string.Concat(Enumerable.Repeat("· ", field.Depth)) + field.Name),
            new BreakableText(Cut(field.Value)),
            Hexadecimal(field.Bytes.Span)
        );

    private static IEnumerable<HtmlElement> Problem(TlsMessage message) =>
        message.Problem is { } problem ? [HtmlTable.FailedRow(["✗ not readable", $"{problem}", ""])] : [];

    private static string Cut(string value) => value.Length <= Longest ? value : $"{value[..Longest]}…";

    private static string Hexadecimal(ReadOnlySpan<byte> bytes)
    {
        var shown = Convert.ToHexStringLower(bytes[..Math.Min(Most, bytes.Length)]);
        var pairs = string.Join(' ', shown.Chunk(2).Select(pair => new string(pair)));
        return bytes.Length <= Most ? pairs : $"{pairs} … ({HandshakeWords.Counted(bytes.Length, "byte")})";
    }
}
