using ClientAuth.Protocol.Recording;
using ClientAuth.Protocol.Tls;
using ClientAuth.Visuals.Sequences;
using ClientAuth.Visuals.Text;

namespace ClientAuth.Visuals.Handshakes;

/// <summary>A handshake without a drawing: a line for each row of it.</summary>
internal static class HandshakeText
{
    public static string Render(TlsTranscript transcript) =>
        PlainTable.Render(
            ["#", "at", "who", "message", "bytes", "on the wire", "says"],
            transcript
                .Flights.SelectMany(FlightRow.Of)
                .Select(row =>
                    new[]
                    {
                        Numbers.Show(row.First.Number),
                        Elapsed.Show(row.First.At),
                        row.First.Sender == Participant.Client ? "client -> server" : "server -> client",
                        row.Name,
                        Numbers.Show(row.Size),
                        row.First.IsEncrypted ? "encrypted" : "readable",
                        HandshakeWords.Detail(row.First),
                    }
                )
        );
}
