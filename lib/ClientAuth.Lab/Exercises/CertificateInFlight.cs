using System.Formats.Asn1;
using System.Security.Authentication;
using System.Security.Cryptography;
using ClientAuth.Client;
using ClientAuth.Protocol.Recording;
using static ClientAuth.Lab.Exercises.DraftedFlight;

namespace ClientAuth.Lab.Exercises;

/// <summary>Lesson 15: the certificate in what one side of a TLS 1.2 handshake sends (RFC 5246 §6.2.1 and §7.4.2).</summary>
public sealed partial class LessonExercises
{
    private const byte ServerHello = 2;
    private const byte ServerHelloDone = 14;
    private const int RandomFlights = 25;

    public Exercise<Func<byte[], byte[]>> CertificateInFlight =>
        new(
            this,
            "The certificate in a flight",
            isUntouched: find => find(Record(Certificates(NewCertificate()))).Length == 0,
            [
                new(
                    "The answer begins where the certificate does, with a SEQUENCE of DER: 30.",
                    "Four headers stand before it: of the record, the message, the list and the certificate itself. Count their bytes.",
                    find => find(Record(Certificates(NewCertificate()))) is [0x30, ..]
                ),
                new(
                    "The certificate comes back whole, up to its last byte.",
                    "A length of three bytes is one number. The first byte counts 65536 times, the second 256 times.",
                    find => Finds(find, own => Record(Certificates(own)))
                ),
                new(
                    "What follows the certificate is not part of it.",
                    "The list may go on with the issuer's certificate, and the record with another message. Whose length says where to stop?",
                    find =>
                        Finds(
                            find,
                            own => Record([.. Certificates(own, NewCertificate()), .. Message(ServerHelloDone)])
                        )
                ),
                new(
                    "Messages before it in the same record are passed over.",
                    "A record can hold several messages. Each begins with its type and three bytes of length, which lead to the next.",
                    find => Finds(find, own => Record([.. Hello(Bytes(70)), .. Certificates(own)]))
                ),
                new(
                    "Records before it are passed over.",
                    "The two bytes of length in a record's header lead to the next header.",
                    find => Finds(find, own => [.. Record(Hello(Bytes(70))), .. Record(Certificates(own))])
                ),
                new(
                    "A message may go on in the next record.",
                    "Join the contents of the records first, without their headers. Read messages from what you have joined.",
                    find => Finds(find, own => Records(100, [.. Hello(Bytes(70)), .. Certificates(own)]))
                ),
                new(
                    "What only looks like a certificate is none.",
                    "The hello of this flight holds the bytes of a whole Certificate message. A search finds them; the lengths pass them over.",
                    find => Finds(find, own => Record([.. Hello(Certificates(NewCertificate())), .. Certificates(own)]))
                ),
                new(
                    "It is found in flights that are made up at random.",
                    "Here a certificate may be large or small, and a record may end in the middle of a length.",
                    find =>
                        Enumerable
                            .Range(0, RandomFlights)
                            .All(number => FindsAtRandom(find, number % 2 == 0 ? 200 : 3000))
                ),
                new(
                    "It is found in what a client of the lab really sends.",
                    "There, encrypted records follow. Stop when you have what you want.",
                    FindsInARealFlightAsync
                ),
            ],
            "that a handshake is read by its lengths, and that TLS 1.2 shows everybody who connects"
        );

    private static bool Finds(Func<byte[], byte[]> find, Func<byte[], byte[]> flightWith)
    {
        var own = NewCertificate();
        return find(flightWith(own)).AsSpan().SequenceEqual(own);
    }

    private static bool FindsAtRandom(Func<byte[], byte[]> find, int largest)
    {
        var own = Sequence(RandomNumberGenerator.GetInt32(1, largest));
        byte[] content =
        [
            .. Hello(Bytes(RandomNumberGenerator.GetInt32(40, 600))),
            .. Certificates(own, Sequence(RandomNumberGenerator.GetInt32(1, 900))),
            .. Message(ServerHelloDone),
        ];
        var flight = Records(RandomNumberGenerator.GetInt32(1, 1500), content);
        return find(flight).AsSpan().SequenceEqual(own);
    }

    private static async Task<bool> FindsInARealFlightAsync(
        Func<byte[], byte[]> find,
        CancellationToken cancellationToken
    )
    {
        await using var lab = await LessonLab.OpenAsync();
        var app = lab.Client("mobile-app-mtls");
        var handshake = await lab.HandshakeAsync(
            "a client with a certificate",
            app.Registration.ClientId,
            new ClientAuthenticationMethodConfiguration.Mtls(app.Certificate!),
            SslProtocols.Tls12,
            cancellationToken: cancellationToken
        );
        return find(handshake.BytesOf(Participant.Client)).AsSpan().SequenceEqual(app.Certificate!.RawData);
    }

    private static byte[] Hello(byte[] body) => Message(ServerHello, body);

    private static byte[] Bytes(int count) => RandomNumberGenerator.GetBytes(count);

    // Where a certificate is only carried, any DER of its form will do.
    private static byte[] Sequence(int size)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteOctetString(Bytes(size));
        }

        return writer.Encode();
    }

    private static byte[] NewCertificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var certificate = SelfSigned(key);
        return certificate.RawData;
    }
}
