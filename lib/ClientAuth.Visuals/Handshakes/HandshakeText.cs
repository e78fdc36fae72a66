using ClientAuth.Protocol.Recording;
using ClientAuth.Protocol.Tls;
using ClientAuth.Visuals.Sequences;
using ClientAuth.Visuals.Text;

namespace ClientAuth.Visuals.Handshakes;

/// <summary>A handshake without a drawing: a line for each message.</summary>
internal static class HandshakeText
{
    public static string Render(TlsTranscript transcript) =>
        PlainTable.Render(
            ["#", "at", "who", "message", "bytes", "on the wire", "says"],
            transcript.Messages.Select(message =>
                new[]
                {
                    Numbers.Show(message.Number),
                    Elapsed.Show(message.At),
                    message.Sender == Participant.Client ? "client -> server" : "server -> client",
                    $"{HandshakeWords.Mark(message)}{message.Name}",
                    Numbers.Show(message.Size),
                    message.IsEncrypted ? "encrypted" : "readable",
                    HandshakeWords.Detail(message),
                }
            )
        );
}
