using ClientAuth.Protocol.Tls;
using ClientAuth.Visuals.Text;

namespace ClientAuth.Visuals.Handshakes;

/// <summary>What a drawing shows in one row: one message, or all encrypted records in a row, which say nothing apart.</summary>
/// <param name="Messages">At least one, alike in all but size.</param>
internal sealed record FlightRow(IReadOnlyList<TlsMessage> Messages)
{
    public TlsMessage First => Messages[0];

    public int Size => Messages.Sum(message => message.Size);

    /// <summary>For example <c>◆ Certificate</c>, or <c>3 × encrypted record</c>. The mark stands for what mutual TLS adds.</summary>
    public string Name =>
        HandshakeWords.Mark(First) + (Messages.Count > 1 ? $"{Numbers.Show(Messages.Count)} × " : "") + First.Name;

    /// <summary>For example <c>Certificate, 812 bytes</c>.</summary>
    public string Headline => $"{Name}, {HandshakeWords.Counted(Size, "byte")}";

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
