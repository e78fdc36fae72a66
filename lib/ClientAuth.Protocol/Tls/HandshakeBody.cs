using System.Collections.Frozen;

namespace ClientAuth.Protocol.Tls;

/// <summary>Which decoder reads which handshake message (RFC 8446 §4, RFC 5246 §7.4).</summary>
internal static class HandshakeBody
{
    public const string ServerHello = "ServerHello";
    public const string Certificate = "Certificate";
    public const string CertificateRequest = "CertificateRequest";
    public const string CertificateVerify = "CertificateVerify";

    private static readonly FrozenDictionary<int, string> Names = new Dictionary<int, string>
    {
        [0] = "HelloRequest",
        [1] = "ClientHello",
        [2] = ServerHello,
        [4] = "NewSessionTicket",
        [11] = Certificate,
        [12] = "ServerKeyExchange",
        [13] = CertificateRequest,
        [14] = "ServerHelloDone",
        [15] = CertificateVerify,
        [16] = "ClientKeyExchange",
        [20] = "Finished",
        [22] = "CertificateStatus",
    }.ToFrozenDictionary();

    public static string NameOf(int type) => Names.GetValueOrDefault(type) ?? $"handshake message {type}";

    /// <summary>Reads the body, up to its end.</summary>
    /// <param name="type">Of the message.</param>
    /// <param name="reader">Behind the header.</param>
    /// <param name="negotiation">What is settled; the server's hello settles it.</param>
    /// <returns>The most telling, in one line.</returns>
    public static string Decode(int type, WireReader reader, Negotiation negotiation)
    {
        var summary = type switch
        {
            1 => Hello.Client(reader),
            2 => Hello.Server(reader, negotiation),
            4 => KeyMessages.NewSessionTicket(reader),
            11 => CertificateMessages.Certificate(reader),
            12 => KeyMessages.ServerKeyExchange(reader, negotiation),
            13 => CertificateMessages.Request(reader),
            14 => "the server's turn ends",
            15 => CertificateMessages.Verify(reader),
            16 => KeyMessages.ClientKeyExchange(reader, negotiation),
            _ => Undecoded(reader),
        };
        reader.MustEnd();
        return summary;
    }

    private static string Undecoded(WireReader reader)
    {
        reader.Rest("body");
        return "not decoded here";
    }
}
