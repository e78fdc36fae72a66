using ClientAuth.Protocol.Recording;
using ClientAuth.Protocol.Tls;
using ClientAuth.Visuals.Tests.Samples;

namespace ClientAuth.Protocol.Tests.Tls;

public sealed class TlsTranscriptTests
{
    private static readonly string[] Told =
    [
        "ClientHello: to localhost; offers TLS 1.2; 3 cipher suites; ALPN http/1.1",
        "ServerHello: TLS 1.2, TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
        "Certificate: CN=mobile-app, O=Client Authentication Lab",
        "ServerKeyExchange: a key on x25519, signed by the server's certificate with ecdsa_secp256r1_sha256",
        "CertificateRequest: 2 signature algorithms; of CN=mobile-app, O=Client Authentication Lab",
        "ServerHelloDone: the server's turn ends",
        "Certificate: CN=mobile-app, O=Client Authentication Lab",
        "ClientKeyExchange: a key of 32 bytes",
        "CertificateVerify: ecdsa_secp256r1_sha256, a signature of 71 bytes",
        "ChangeCipherSpec: from here on the sender encrypts",
        "Finished: encrypted: a hash of the handshake so far",
        "ChangeCipherSpec: from here on the sender encrypts",
        "Finished: encrypted: a hash of the handshake so far",
        "encrypted record: the client's first request",
        "encrypted record: after the handshake: the response",
    ];

    [Fact]
    public void Mutual_TLS_1_2_is_read_message_by_message()
    {
        var transcript = TlsTranscript.Read(FixedHandshake.Whole);

        Assert.Equal(Told, transcript.Messages.Select(message => $"{message.Name}: {message.Summary}"));
        Assert.Empty(transcript.Problems);
        Assert.Equal("TLS 1.2", transcript.Version);
        Assert.False(transcript.IsResumed);
        Assert.Equal(2, transcript.RoundTrips);
        Assert.Equal([1, 5, 5, 2, 1, 1], transcript.Flights.Select(flight => flight.Messages.Count));
        Assert.Equal(
            ["CertificateRequest", "Certificate", "CertificateVerify"],
            transcript.Messages.Where(message => message.IsForClientCertificate).Select(message => message.Name)
        );
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(1000)]
    public void Bytes_that_arrive_in_pieces_are_read_alike(int size) =>
        Assert.Equal(
            Told,
            TlsTranscript
                .Read(FixedHandshake.InPiecesOf(size))
                .Messages.Select(message => $"{message.Name}: {message.Summary}")
        );

    [Fact]
    public void A_message_may_span_records()
    {
        var message = SampleHandshake.Message(11, SampleHandshake.Vector(3, new byte[20_000]));

        var records = SampleHandshake.Records(22, message);
        var transcript = TlsTranscript.Read(FixedHandshake.FromServer(records));

        Assert.Equal(2, transcript.Records.Count);
        Assert.Equal([1, 2], Assert.Single(transcript.Messages).Records);
        Assert.Equal(records.Length, transcript.SizeOf(Participant.AuthorizationServer));
    }

    [Fact]
    public void Every_byte_of_a_readable_message_is_in_exactly_one_field()
    {
        var readable = TlsTranscript.Read(FixedHandshake.Whole).Messages.Where(message => !message.IsEncrypted);

        Assert.All(readable, message => Assert.Equal(message.Size, message.Fields.Sum(field => field.Bytes.Length)));
    }

    [Fact]
    public void A_hello_is_read_field_by_field()
    {
        var fields = TlsTranscript.Read(FixedHandshake.Whole).Messages[0].Fields;

        Assert.Contains(
            "cipher_suites: TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384, TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256, TLS_EMPTY_RENEGOTIATION_INFO_SCSV",
            fields.Select(field => $"{field.Name}: {field.Value}")
        );
        Assert.Contains("named_group_list: x25519, secp256r1", fields.Select(field => $"{field.Name}: {field.Value}"));
        Assert.Contains("0x4a4a: 2 bytes", fields.Select(field => $"{field.Name}: {field.Value}"));
    }

    [Fact]
    public void An_alert_says_what_it_means() =>
        Assert.Equal(
            "fatal certificate_required (116)",
            TlsTranscript.Read(FixedHandshake.FromServer(21, 3, 3, 0, 2, 2, 116)).Messages[0].Summary
        );

    [Theory]
    [InlineData(
        "48545450",
        "byte 0 of what the server sent: expected a TLS record, whose first byte is 20 to 23 and not 72"
    )]
    [InlineData("160503", "byte 1 of what the server sent: expected a version of TLS, whose first byte is 3 and not 5")]
    [InlineData("1603", "byte 0 of what the server sent: expected a record's header of 5 bytes, 2 bytes are left")]
    [InlineData("1603030005020000", "byte 0 of what the server sent: expected a record of 10 bytes, 8 bytes are left")]
    [InlineData("160303ffff", "byte 3 of what the server sent: expected a length of at most 18432 bytes")]
    [InlineData("16030300020200", "byte 0 of a handshake message: expected a header of 4 bytes, 2 bytes are left")]
    [InlineData("160303000602000009" + "0303", "byte 4 of ServerHello: expected 9 bytes, 2 bytes are left")]
    [InlineData("160303000602000002" + "0303", "byte 6 of ServerHello: expected 32 bytes of random, 0 bytes are left")]
    [InlineData("16030300050e000001" + "ff", "byte 4 of ServerHelloDone: expected the end, 1 byte is left")]
    [InlineData("150303000102", "byte 1 of Alert: expected 1 byte of description, 0 bytes are left")]
    [InlineData(
        "16030300090d000005" + "0940000000",
        "byte 5 of CertificateRequest: expected 9 bytes of certificate_types, 4 bytes are left"
    )]
    public void What_is_no_TLS_is_told_with_its_place(string hex, string problem) =>
        Assert.Equal(
            [problem],
            TlsTranscript
                .Read(FixedHandshake.FromServer(Convert.FromHexString(hex)))
                .Problems.Select(problem => $"{problem}")
        );
}
