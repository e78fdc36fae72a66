using ClientAuth.Protocol.Recording;

namespace ClientAuth.Protocol.Tls;

/// <summary>Turns one side's records into messages: a message may span records, and a record may hold several.</summary>
/// <param name="sender">Whose records.</param>
/// <param name="negotiation">What both readers know.</param>
/// <param name="isMutual">Whether the client says that it has proved itself.</param>
internal sealed class MessageReader(Participant sender, Negotiation negotiation, bool isMutual)
{
    private const int HeaderSize = 4;

    private readonly List<int> _records = [];
    private byte[] _pending = [];
    private bool _hasChangedCiphers;
    private bool _hasFinished;

    // In TLS 1.3 the change of ciphers changes nothing, and what is encrypted says so by its type (RFC 8446 §5, appendix D.4).
    private bool IsEncrypting => _hasChangedCiphers && !negotiation.Is13;

    /// <summary>The messages that the record completes. Their numbers are given by who keeps them.</summary>
    public IEnumerable<TlsMessage> Read(TlsRecord record) =>
        record.ContentType switch
        {
            TlsRecord.Handshake when !IsEncrypting => ReadHandshake(record),
            TlsRecord.Handshake => [Finished(record)],
            TlsRecord.ChangeCipherSpec => [ChangeOfCiphers(record)],
            TlsRecord.Alert when !IsEncrypting => [Whole(record, "Alert", TlsAlert.Decode)],
            TlsRecord.Alert => [Encrypted(record, "encrypted alert", "the sender gives up, or closes")],
            _ => [Encrypted(record, "encrypted record", WhatItMayHold(record))],
        };

    /// <summary>What is missing at the end, if anything.</summary>
    public WireProblem? AtEnd() =>
        _pending.Length == 0 ? null
        : _pending.Length < HeaderSize
            ? new WireProblem("a handshake message", 0, $"a header of 4 bytes, {WireReader.LeftOver(_pending.Length)}")
        : new WireProblem(
            HandshakeBody.NameOf(_pending[0]),
            HeaderSize,
            $"{BodySize} bytes, {WireReader.LeftOver(_pending.Length - HeaderSize)}"
        );

    private int BodySize => (_pending[1] << 16) | (_pending[2] << 8) | _pending[3];

    private IEnumerable<TlsMessage> ReadHandshake(TlsRecord record)
    {
        _pending = [.. _pending, .. record.Content.Span];
        _records.Add(record.Number);
        while (_pending.Length >= HeaderSize && _pending.Length >= HeaderSize + BodySize)
        {
            var (type, size) = (_pending[0], HeaderSize + BodySize);
            var name = HandshakeBody.NameOf(type);
            var reader = new WireReader(name, _pending.AsMemory(0, size));
            reader.Number("msg_type", 1, HandshakeBody.NameOf);
            reader.Number("length", 3, WireReader.Size);
            yield return Message(record, name, HandshakeBody.Decode(type, reader, negotiation), size) with
            {
                Records = [.. _records],
                Fields = reader.Fields,
                Problem = reader.Problem,
                IsForClientCertificate =
                    name == HandshakeBody.CertificateRequest
                    || (
                        sender == Participant.Client
                        && name is HandshakeBody.Certificate or HandshakeBody.CertificateVerify
                    ),
            };
            _pending = _pending[size..];
            _records.Clear();
            if (_pending.Length > 0)
            {
                _records.Add(record.Number);
            }
        }
    }

    // The first message under the new keys is Finished (RFC 5246 §7.1).
    private TlsMessage Finished(TlsRecord record)
    {
        var isFirst = !_hasFinished;
        _hasFinished = true;
        return isFirst
            ? Encrypted(record, "Finished", "encrypted: a hash of the handshake so far")
            : Encrypted(record, "encrypted handshake message", "which one cannot be read");
    }

    private TlsMessage ChangeOfCiphers(TlsRecord record)
    {
        _hasChangedCiphers = true;
        var meaning = negotiation.Is13
            ? "no meaning in TLS 1.3, except to old network devices"
            : "from here on the sender encrypts";
        return Whole(
            record,
            "ChangeCipherSpec",
            reader =>
            {
                reader.Number("type", 1, type => type == 1 ? "change_cipher_spec" : $"type {type}");
                reader.MustEnd();
                return meaning;
            }
        );
    }

    private string WhatItMayHold(TlsRecord record) =>
        record.IsAfterHandshake && sender == Participant.Client ? "the client's first request"
        : record.IsAfterHandshake
            ? $"after the handshake: {(negotiation.Is13 ? "a session ticket, an alert or the response" : "the response")}"
        : sender == Participant.AuthorizationServer
            ? negotiation.UsesPreSharedKey ? "Finished is in such a record, and no certificate"
                : "the server's certificate, its proof and Finished are in such records"
        : isMutual ? "the client's certificate, its proof and Finished are in such records"
        : "Finished is in such a record";

    private TlsMessage Encrypted(TlsRecord record, string name, string summary) =>
        Message(record, name, summary, record.Content.Length) with
        {
            IsEncrypted = true,
            IsForClientCertificate =
                isMutual && negotiation.Is13 && sender == Participant.Client && !record.IsAfterHandshake,
        };

    // What fills its record.
    private TlsMessage Whole(TlsRecord record, string name, Func<WireReader, string> decode)
    {
        var reader = new WireReader(name, record.Content);
        var summary = decode(reader);
        return Message(record, name, summary, record.Content.Length) with
        {
            Fields = reader.Fields,
            Problem = reader.Problem,
        };
    }

    private TlsMessage Message(TlsRecord record, string name, string summary, int size) =>
        new()
        {
            Number = 0,
            Sender = sender,
            Name = name,
            Summary = summary,
            Size = size,
            Records = [record.Number],
            At = record.At,
            IsAfterHandshake = record.IsAfterHandshake,
        };
}
