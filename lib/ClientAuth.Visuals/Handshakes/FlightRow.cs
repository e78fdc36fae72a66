using ClientAuth.Protocol.Tls;
using ClientAuth.Visuals.Text;

namespace ClientAuth.Visuals.Handshakes;

/// <summary>What a drawing shows in one row: one message, or all encrypted records in a row, which say nothing apart.</summary>
/// <param name="Messages">At least one, alike in all but size.</param>
internal sealed record FlightRow(IReadOnlyList<TlsMessage> Messages)
{
    public TlsMessage First => Messages[0];

    public int Size => Messages.Sum(message => message.Size);

    /// <summary>For example <c>Certificate, 812 bytes</c>, or <c>3 × encrypted record, 23 + 550 + 69 bytes</c>.</summary>
    public string Headline =>
        Messages.Count == 1
            ? HandshakeWords.Headline(First)
            : $"{HandshakeWords.Mark(First)}{Numbers.Show(Messages.Count)} × {First.Name}, "
                + $"{string.Join(" + ", Messages.Take(Most).Select(message => Numbers.Show(message.Size)))}"
                + $"{(Messages.Count > Most ? " + …" : "")} bytes";

    private const int Most = 8;

    public static IEnumerable<FlightRow> Of(TlsFlight flight)
    {
        var alike = new List<TlsMessage>();
        foreach (var message in flight.Messages)
        {
            if (
                alike.Count > 0
                && !(message.IsEncrypted && (message.Name, message.Summary) == (alike[0].Name, alike[0].Summary))
            )
            {
                yield return new FlightRow(alike);
                alike = [];
            }

            alike.Add(message);
        }

        yield return new FlightRow(alike);
    }
}
