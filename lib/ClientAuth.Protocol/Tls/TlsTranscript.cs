using ClientAuth.Protocol.Recording;

namespace ClientAuth.Protocol.Tls;

/// <summary>
/// A recorded handshake, decoded without keys, as any observer on the network could. Bytes that are not TLS become <see cref="Problems"/>, never an exception.
/// </summary>
public sealed class TlsTranscript
{
    private readonly Negotiation _negotiation = new();
    private readonly List<TlsRecord> _records = [];
    private readonly List<TlsMessage> _messages = [];
    private readonly List<WireProblem> _problems = [];

    private TlsTranscript() { }

    /// <summary>In the order in which the client wrote and read them.</summary>
    public IReadOnlyList<TlsRecord> Records => _records;

    /// <summary>In the order in which they were complete.</summary>
    public IReadOnlyList<TlsMessage> Messages => _messages;

    /// <summary>What could not be read; empty as a rule.</summary>
    public IReadOnlyList<WireProblem> Problems => _problems;

    /// <summary>For example <c>TLS 1.3</c>; null where the server has not said hello.</summary>
    public string? Version => _negotiation.Version is { } version ? TlsNames.Version(version) : null;

    /// <summary>Registered name; null where the server has not said hello.</summary>
    public string? CipherSuite => _negotiation.CipherSuite;

    /// <summary>
    /// Whether an earlier session was resumed, so that nobody sent a certificate: by a pre-shared key in TLS 1.3 (RFC 8446
    /// §2.2); in TLS 1.2 the server sends no certificate (RFC 5246 §7.3).
    /// </summary>
    public bool IsResumed { get; private set; }

    /// <summary>In turns. What follows the handshake is in flights of its own.</summary>
    public IReadOnlyList<TlsFlight> Flights { get; private set; } = [];

    /// <summary>How often the client waited for the server before it had completed the handshake.</summary>
    public int RoundTrips =>
        Flights.Count(flight => flight is { Sender: Participant.AuthorizationServer, IsAfterHandshake: false });

    /// <summary>Records of the handshake that one side sent, with their headers, in bytes.</summary>
    public int SizeOf(Participant sender) =>
        _records.Where(record => record.Sender == sender && !record.IsAfterHandshake).Sum(record => record.Size);

    /// <summary>Reads a recorded handshake.</summary>
    public static TlsTranscript Read(RecordedHandshake handshake)
    {
        var transcript = new TlsTranscript();
        transcript.ReadAll(handshake);
        return transcript;
    }

    private void ReadAll(RecordedHandshake handshake)
    {
        var sides = new[] { Participant.Client, Participant.AuthorizationServer }.ToDictionary(
            sender => sender,
            sender =>
                (
                    Splitter: new RecordSplitter(sender),
                    Reader: new MessageReader(sender, _negotiation, handshake.IsMutual)
                )
        );
        foreach (var bytes in handshake.Wire.Where(bytes => sides.ContainsKey(bytes.Sender)))
        {
            var (splitter, reader) = sides[bytes.Sender];
            foreach (var record in splitter.Add(bytes, _records.Count + 1))
            {
                _records.Add(record);
                foreach (var message in reader.Read(record))
                {
                    _messages.Add(message with { Number = _messages.Count + 1 });
                }
            }
        }

        _problems.AddRange(_messages.Select(message => message.Problem).OfType<WireProblem>());
        _problems.AddRange(sides.Values.Select(side => side.Reader.AtEnd()).OfType<WireProblem>());
        _problems.AddRange(sides.Values.Select(side => side.Splitter.AtEnd()).OfType<WireProblem>());
        Flights = [.. Turns()];
        IsResumed = _negotiation.Is13 ? _negotiation.UsesPreSharedKey : HasEndedWithoutCertificate();
    }

    private bool HasEndedWithoutCertificate() =>
        _messages.Any(message => message is { Sender: Participant.AuthorizationServer, Name: "Finished" })
        && !_messages.Any(message =>
            message is { Sender: Participant.AuthorizationServer, Name: HandshakeBody.Certificate }
        );

    private IEnumerable<TlsFlight> Turns()
    {
        var turn = new List<TlsMessage>();
        foreach (var message in _messages)
        {
            if (
                turn.Count > 0
                && (turn[0].Sender, turn[0].IsAfterHandshake) != (message.Sender, message.IsAfterHandshake)
            )
            {
                yield return Flight(turn);
                turn = [];
            }

            turn.Add(message);
        }

        if (turn.Count > 0)
        {
            yield return Flight(turn);
        }
    }

    private TlsFlight Flight(List<TlsMessage> messages)
    {
        var numbers = messages.SelectMany(message => message.Records).ToHashSet();
        return new TlsFlight(messages, [.. _records.Where(record => numbers.Contains(record.Number))]);
    }
}
