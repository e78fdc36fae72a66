using System.Security.Cryptography;
using ClientAuth.Protocol.Recording;
using ClientAuth.Protocol.Tls;
using static ClientAuth.Lab.Exercises.Handshakes.DraftedFlight;

namespace ClientAuth.Lab.Exercises.Handshakes;

/// <summary>
/// Handshakes that could have been recorded, for the second exercise of lesson 15: each has random numbers, certificates and signatures
/// of its own, and is read as a real one is (RFC 5246 §7.3, RFC 8446 §2).
/// </summary>
internal static class DraftedHandshake
{
    private const byte ChangeCipherSpec = 20;
    private const byte Alert = 21;
    private const byte Handshake = 22;
    private const byte ApplicationData = 23;
    private const byte Fatal = 2;
    private const byte UnknownCa = 48;
    private const byte DecryptError = 51;
    private const byte ProtocolVersion = 70;

    private static readonly byte[] Version13 = [0, 43, 0, 2, 3, 4];
    private static readonly byte[] PreSharedKey = [0, 41, 0, 2, 0, 0];

    /// <summary>TLS 1.2. The server asks, and the client proves itself.</summary>
    public static TlsTranscript Mutual() =>
        Of(Hello(), Answer(Asks()), Certified(), Finish(Participant.AuthorizationServer));

    /// <summary>TLS 1.2. The server asks, and the client has none.</summary>
    public static TlsTranscript AskedInVain() =>
        Of(
            Hello(),
            Answer(Asks()),
            [.. Flight(Participant.Client, Certificates(), KeyExchange()), .. Finish(Participant.Client)],
            Finish(Participant.AuthorizationServer)
        );

    /// <summary>TLS 1.2. The server does not ask.</summary>
    public static TlsTranscript NotAsked() =>
        Of(
            Hello(),
            Answer(),
            [.. Flight(Participant.Client, KeyExchange()), .. Finish(Participant.Client)],
            Finish(Participant.AuthorizationServer)
        );

    /// <summary>TLS 1.2. The server takes up a session (RFC 5246 §7.3, figure 2).</summary>
    public static TlsTranscript Resumed12() =>
        Of(
            Hello(),
            Flight(Participant.AuthorizationServer, ServerHello()),
            Finish(Participant.AuthorizationServer),
            Finish(Participant.Client)
        );

    /// <summary>TLS 1.2. The client does not trust the server, and says so.</summary>
    public static TlsTranscript RefusedByClient() =>
        Of(Hello(), Answer(Asks()), Alerted(Participant.Client, UnknownCa));

    /// <summary>TLS 1.2. The client sends a certificate, and a proof that does not fit.</summary>
    public static TlsTranscript RefusedByServer() =>
        Of(Hello(), Answer(Asks()), Certified(), Alerted(Participant.AuthorizationServer, DecryptError));

    /// <summary>The two have no version in common, so the server does not even say hello.</summary>
    public static TlsTranscript NoVersion() => Of(Hello(), Alerted(Participant.AuthorizationServer, ProtocolVersion));

    /// <summary>TLS 1.3. Whether the client sent a certificate cannot be read.</summary>
    public static TlsTranscript Encrypted() =>
        Of(
            Hello(),
            Flight(Participant.AuthorizationServer, ServerHello(Version13)),
            Hidden(Participant.AuthorizationServer, 4),
            Hidden(Participant.Client, 2)
        );

    /// <summary>TLS 1.3. The server takes up a session (RFC 8446 §2.2).</summary>
    public static TlsTranscript Resumed13() =>
        Of(
            Hello(),
            Flight(Participant.AuthorizationServer, ServerHello([.. PreSharedKey, .. Version13])),
            Hidden(Participant.AuthorizationServer, 2),
            Hidden(Participant.Client, 1)
        );

    private static TlsTranscript Of(params IEnumerable<IEnumerable<(Participant Sender, byte[] Record)>> flights) =>
        TlsTranscript.Read(
            new RecordedHandshake
            {
                Wire =
                [
                    .. flights
                        .SelectMany(flight => flight)
                        .Select(one => new RecordedBytes(one.Sender, one.Record, default)),
                ],
            }
        );

    private static IEnumerable<(Participant, byte[])> Hello() =>
        Flight(Participant.Client, Message(1, [3, 3, .. Bytes(32), 0, 0, 2, 0, 0x9C, 1, 0]));

    private static IEnumerable<(Participant, byte[])> Answer(params IEnumerable<byte[]> more) =>
        Flight(
            Participant.AuthorizationServer,
            [ServerHello(), Certificates(Certificate(), Certificate()), .. more, Message(14)]
        );

    private static IEnumerable<(Participant, byte[])> Certified() =>
        [
            .. Flight(
                Participant.Client,
                Certificates(Certificate()),
                KeyExchange(),
                Message(15, [4, 3, 0, 70, .. Bytes(70)])
            ),
            .. Finish(Participant.Client),
        ];

    private static byte[] ServerHello(params byte[] extensions) =>
        Message(
            2,
            [
                3,
                3,
                .. Bytes(32),
                0,
                .. extensions is [] ? [0, 0x9C] : new byte[] { 0x13, 1 },
                0,
                0,
                (byte)extensions.Length,
                .. extensions,
            ]
        );

    private static byte[] Asks() => Message(13, [1, 64, 0, 2, 4, 3, 0, 0]);

    private static byte[] KeyExchange() => Message(16, [1, 0, .. Bytes(256)]);

    // Large or small: its size says nothing.
    private static byte[] Certificate() => Bytes(RandomNumberGenerator.GetInt32(40, 1500));

    private static IEnumerable<(Participant, byte[])> Finish(Participant sender) =>
        [(sender, RecordOf(ChangeCipherSpec, 1)), (sender, RecordOf(Handshake, Bytes(40)))];

    private static IEnumerable<(Participant, byte[])> Alerted(Participant sender, byte reason) =>
        [(sender, RecordOf(Alert, Fatal, reason))];

    private static IEnumerable<(Participant, byte[])> Hidden(Participant sender, int records) =>
        Enumerable
            .Range(0, records)
            .Select(_ => (sender, RecordOf(ApplicationData, Bytes(RandomNumberGenerator.GetInt32(40, 1500)))))
            .Prepend((sender, RecordOf(ChangeCipherSpec, 1)));

    // In one record, or in several.
    private static IEnumerable<(Participant, byte[])> Flight(Participant sender, params IEnumerable<byte[]> messages) =>
        [(sender, Records(RandomNumberGenerator.GetInt32(200, 4000), messages.SelectMany(one => one)))];

    private static byte[] Bytes(int count) => RandomNumberGenerator.GetBytes(count);
}
