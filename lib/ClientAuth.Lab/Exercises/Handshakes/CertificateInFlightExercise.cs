using System.Formats.Asn1;
using System.Security.Authentication;
using System.Security.Cryptography;
using ClientAuth.Client;
using ClientAuth.Lab.Exercises.MutualTls;
using ClientAuth.Lab.Testbeds;
using ClientAuth.Protocol.Recording;
using static ClientAuth.Lab.Exercises.Handshakes.DraftedFlight;

namespace ClientAuth.Lab.Exercises.Handshakes;

/// <summary>Lesson 15: the certificate in what one side of a TLS 1.2 handshake sends (RFC 5246 §6.2.1 and §7.4.2).</summary>
internal static class CertificateInFlightExercise
{
    private const byte ServerHello = 2;
    private const byte ServerHelloDone = 14;
    private const int RandomFlights = 25;
    private const int ShownBytes = 16;

    private const string InnerSequence =
        "A certificate is a SEQUENCE whose content begins with another, shorter one. Yours begins with the inner one: the outer `30 82` and its two bytes of length belong to the certificate, too.";

    public static Exercise<Func<byte[], byte[]>> Create(ExerciseContext context) =>
        new(
            context,
            "The certificate in a flight",
            isUntouched: find => find(Record(Certificates(NewCertificate()))).Length == 0,
            [
                new(
                    "The answer begins with the certificate's first bytes: 30 82, a SEQUENCE of DER with a length of two bytes.",
                    "Four headers stand before the certificate: those of the record, the message, the list and the certificate itself. Count their bytes.",
                    find =>
                        find(Record(Certificates(NewCertificate()))) is var found && found is [0x30, 0x82, ..]
                            ? RuleFinding.Kept
                            : RuleFinding.Broken("3082…", Shown(found), found is [0x30, ..] ? InnerSequence : null)
                )
                {
                    MoreHints = ["Five, four, three and three bytes: the certificate is at 15."],
                    WrongAnswers =
                    [
                        new("with the length of the certificate before it", flight => flight[12..]),
                        new("the whole message", flight => flight[5..]),
                        new("the whole flight", flight => flight),
                        new("one header too many skipped", flight => flight[19..]) { Hint = InnerSequence },
                    ],
                },
                new(
                    "The certificate comes back whole, up to its last byte.",
                    "A length of three bytes is one number. The first byte counts 65536 times, the second 256 times.",
                    find => Finds(find, own => Record(Certificates(own)))
                )
                {
                    WrongAnswers =
                    [
                        new("one byte of the length", flight => flight[15..(15 + flight[14])]),
                        new("the first two bytes alone: a constant", _ => FlightMistakes.NothingFound),
                    ],
                },
                new(
                    "The answer ends with the certificate's last byte.",
                    "The list may go on with the issuer's certificate, and the record with another message. Which of the lengths is the certificate's own?",
                    find =>
                        Finds(
                            find,
                            own => Record([.. Certificates(own, NewCertificate()), .. Message(ServerHelloDone)])
                        )
                )
                {
                    WrongAnswers =
                    [
                        new("the rest of the record", flight => flight[15..]),
                        new(
                            "the rest of the list",
                            flight => flight[15..(12 + (flight[9] << 16) + (flight[10] << 8) + flight[11])]
                        ),
                    ],
                },
                new(
                    "Other messages before it in the same record are skipped.",
                    "A record can hold several messages. Each begins with its type and three bytes of length, which lead to the next.",
                    find => Finds(find, own => Record([.. Hello(Bytes(70)), .. Certificates(own)]))
                )
                {
                    WrongAnswers =
                    [
                        new("the first message, whatever it is", FlightMistakes.InFirstMessage),
                        new("an exception for any other first message", FlightMistakes.OfFirstMessageAlone)
                        {
                            Hint = "The code threw InvalidOperationException: no certificate",
                        },
                    ],
                },
                new(
                    "Records before the certificate's are skipped.",
                    "The two bytes of length in a record's header lead to the next header.",
                    find => Finds(find, own => [.. Record(Hello(Bytes(70))), .. Record(Certificates(own))])
                )
                {
                    WrongAnswers = [new("the first record alone", FlightMistakes.InFirstRecord)],
                },
                new(
                    "A message that goes on in the next record is read whole.",
                    "Join the contents of the records first, without their headers. Read messages from what you have joined.",
                    find => Finds(find, own => Records(100, [.. Hello(Bytes(70)), .. Certificates(own)]))
                )
                {
                    WrongAnswers = [new("each record by itself", FlightMistakes.InEachRecord)],
                },
                new(
                    "Bytes that only look like a Certificate message are skipped.",
                    "The hello of this flight holds the bytes of a whole Certificate message. A search finds them. Code that follows the lengths skips them.",
                    find => Finds(find, own => Record([.. Hello(Certificates(NewCertificate())), .. Certificates(own)]))
                )
                {
                    WrongAnswers = [new("a search for the message", FlightMistakes.BySearching)],
                },
                new(
                    "The certificate is found in flights that are made up at random.",
                    "Here a certificate may be large or small, and a record may end in the middle of a length.",
                    find =>
                        Enumerable
                            .Range(0, RandomFlights)
                            .Select(number => FindsAtRandom(find, number % 2 == 0 ? 200 : 3000))
                            .FirstOrDefault(finding => !finding.Holds)
                        ?? RuleFinding.Kept
                )
                {
                    WrongAnswers =
                    [
                        new(
                            "a certificate of 256 bytes at least",
                            flight =>
                                FlightMistakes.Right(flight) is { Length: >= 256 } found
                                    ? found
                                    : FlightMistakes.NothingFound
                        ),
                    ],
                },
                new(
                    "The certificate is found in what a client of the lab really sends.",
                    "In a real flight, encrypted records follow. Stop reading when you have the certificate.",
                    FindsInARealFlightAsync
                )
                {
                    WrongAnswers = [new("what a server sends, alone", FlightMistakes.OfServersAlone)],
                },
            ],
            "that a handshake is read by its lengths, and that TLS 1.2 sends the client's certificate unencrypted"
        );

    private static RuleFinding Finds(Func<byte[], byte[]> find, Func<byte[], byte[]> flightWith)
    {
        var own = NewCertificate();
        return Finding(find, flightWith(own), own);
    }

    private static RuleFinding FindsAtRandom(Func<byte[], byte[]> find, int largest)
    {
        var own = Sequence(RandomNumberGenerator.GetInt32(1, largest));
        byte[] content =
        [
            .. Hello(Bytes(RandomNumberGenerator.GetInt32(40, 600))),
            .. Certificates(own, Sequence(RandomNumberGenerator.GetInt32(1, 900))),
            .. Message(ServerHelloDone),
        ];
        return Finding(find, Records(RandomNumberGenerator.GetInt32(1, 1500), content), own);
    }

    private static async Task<RuleFinding> FindsInARealFlightAsync(
        Func<byte[], byte[]> find,
        CancellationToken cancellationToken
    )
    {
        await using var lab = await Testbed.StartAsync();
        var app = lab.Client("mobile-app-mtls");
        var handshake = await lab.HandshakeAsync(
            "a client with a certificate",
            app.Registration.ClientId,
            new ClientAuthenticationMethodConfiguration.Mtls(app.Certificate!),
            SslProtocols.Tls12,
            cancellationToken: cancellationToken
        );
        return Finding(find, handshake.BytesOf(Participant.Client), app.Certificate!.RawData);
    }

    // An exception is shown with its flight, as wrong bytes are: whoever follows lengths may be led out of it.
    private static RuleFinding Finding(Func<byte[], byte[]> find, byte[] flight, byte[] own)
    {
        try
        {
            return find(flight) is var found && found.AsSpan().SequenceEqual(own)
                ? RuleFinding.Kept
                : RuleFinding.Broken(Shown(own), SeenIn(flight, Shown(found)));
        }
        catch (Exception thrown) when (ThrownCode.IsMistake(thrown))
        {
            return RuleFinding.Broken(Shown(own), SeenIn(flight, thrown.GetType().Name), ThrownCode.Hint(thrown));
        }
    }

    private static string SeenIn(byte[] flight, string seen) => $"{seen}, in a flight of {FlightWords.Of(flight)}";

    // Enough to see where it begins and ends.
    private static string Shown(byte[] bytes) =>
        bytes.Length == 0 ? "no bytes"
        : bytes.Length <= 2 * ShownBytes ? $"{bytes.Length} bytes: {Convert.ToHexString(bytes)}"
        : $"{bytes.Length} bytes: {Convert.ToHexString(bytes[..ShownBytes])}…{Convert.ToHexString(bytes[^ShownBytes..])}";

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
        using var certificate = PinnedCertificate.Of(key);
        return certificate.RawData;
    }
}
