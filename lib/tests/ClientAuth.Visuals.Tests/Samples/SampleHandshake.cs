using System.Security.Cryptography.X509Certificates;
using System.Text;
using ClientAuth.Protocol.Recording;

namespace ClientAuth.Visuals.Tests.Samples;

/// <summary>A full handshake of mutual TLS 1.2 with fixed bytes and times. Nobody ever had its keys.</summary>
internal static class SampleHandshake
{
    private const int Handshake = 22;
    private const int LargestRecord = 1 << 14;

    /// <param name="host">The name that the client asks for.</param>
    /// <param name="authority">The name of the authority that the server asks certificates of.</param>
    /// <param name="certificate">Both sides send it, in DER.</param>
    public static RecordedHandshake Of(string host, X500DistinguishedName authority, byte[] certificate) =>
        new()
        {
            Label = "mutual TLS 1.2",
            IsMutual = true,
            Completed = TimeSpan.FromMilliseconds(4.6),
            Wire =
            [
                Sent(0.4, Records(Handshake, ClientHello(host))),
                Received(
                    1.5,
                    // In one record, as .NET sends them.
                    Records(
                        Handshake,
                        [
                            .. ServerHello(),
                            .. Message(11, Vector(3, Vector(3, certificate))),
                            .. ServerKeyExchange(),
                            .. CertificateRequest(authority),
                            .. Message(14),
                        ]
                    )
                ),
                Sent(
                    2.5,
                    [
                        .. Records(Handshake, Message(11, Vector(3, Vector(3, certificate)))),
                        .. Records(Handshake, Message(16, Vector(1, Counting(32)))),
                        .. Records(Handshake, Message(15, [.. Number(0x0403, 2), .. Vector(2, Counting(71))])),
                        .. ChangeAndFinish(),
                    ]
                ),
                Received(4.5, ChangeAndFinish()),
                Sent(5.2, Records(23, Counting(214))) with
                {
                    IsAfterHandshake = true,
                },
                Received(7.0, Records(23, Counting(827))) with
                {
                    IsAfterHandshake = true,
                },
            ],
        };

    /// <summary>A message of the handshake protocol.</summary>
    public static byte[] Message(int type, params byte[] body) => [(byte)type, .. Vector(3, body)];

    /// <summary>As many records as the bytes need.</summary>
    public static byte[] Records(int contentType, byte[] bytes) =>
        [.. bytes.Chunk(LargestRecord).SelectMany(part => (byte[])[(byte)contentType, 3, 3, .. Vector(2, part)])];

    public static RecordedBytes Sent(double milliseconds, byte[] bytes) =>
        new(Participant.Client, bytes, TimeSpan.FromMilliseconds(milliseconds));

    public static RecordedBytes Received(double milliseconds, byte[] bytes) =>
        new(Participant.AuthorizationServer, bytes, TimeSpan.FromMilliseconds(milliseconds));

    /// <summary>Bytes behind their length.</summary>
    public static byte[] Vector(int sizeOfLength, byte[] bytes) => [.. Number(bytes.Length, sizeOfLength), .. bytes];

    public static byte[] Number(int number, int size) =>
        [.. Enumerable.Range(0, size).Select(i => (byte)(number >> (8 * (size - 1 - i))))];

    private static byte[] ClientHello(string host) =>
        Message(
            1,
            [
                .. Number(0x0303, 2),
                .. Counting(32),
                .. Vector(1, []),
                .. Vector(2, [.. Number(0xc02c, 2), .. Number(0xc02b, 2), .. Number(0x00ff, 2)]),
                .. Vector(1, [0]),
                .. Vector(
                    2,
                    [
                        .. Extension(0, Vector(2, [0, .. Vector(2, Encoding.UTF8.GetBytes(host))])),
                        .. Extension(10, Vector(2, [.. Number(29, 2), .. Number(23, 2)])),
                        .. Extension(13, Vector(2, [.. Number(0x0403, 2), .. Number(0x0804, 2)])),
                        .. Extension(16, Vector(2, Vector(1, "http/1.1"u8.ToArray()))),
                        .. Extension(23, []),
                        .. Extension(35, []),
                        .. Extension(0x4a4a, [1, 2]),
                    ]
                ),
            ]
        );

    private static byte[] ServerHello() =>
        Message(2, [.. Number(0x0303, 2), .. Counting(32), .. Vector(1, Counting(32)), .. Number(0xc02c, 2), 0]);

    private static byte[] ServerKeyExchange() =>
        Message(
            12,
            [3, .. Number(29, 2), .. Vector(1, Counting(32)), .. Number(0x0403, 2), .. Vector(2, Counting(70))]
        );

    private static byte[] CertificateRequest(X500DistinguishedName authority) =>
        Message(
            13,
            [
                .. Vector(1, [64, 1]),
                .. Vector(2, [.. Number(0x0403, 2), .. Number(0x0401, 2)]),
                .. Vector(2, Vector(2, authority.RawData)),
            ]
        );

    private static byte[] ChangeAndFinish() => [.. Records(20, [1]), .. Records(Handshake, Counting(40))];

    private static byte[] Extension(int type, byte[] content) => [.. Number(type, 2), .. Vector(2, content)];

    private static byte[] Counting(int count) => [.. Enumerable.Range(0, count).Select(i => (byte)i)];
}
