using System.Buffers.Binary;
using ClientAuth.Protocol.Recording;

namespace ClientAuth.Protocol.Tls;

/// <summary>Splits the bytes of one side into TLS records. It stops with a problem where the bytes are not TLS.</summary>
internal sealed class RecordSplitter(Participant sender)
{
    private byte[] _pending = [];
    private int _offset;

    public WireProblem? Problem { get; private set; }

    private string Where => $"what the {(sender == Participant.Client ? "client" : "server")} sent";

    /// <summary>The records that these bytes complete.</summary>
    /// <param name="bytes">Of this sender.</param>
    /// <param name="number">Of the next record.</param>
    public IEnumerable<TlsRecord> Add(RecordedBytes bytes, int number)
    {
        _pending = [.. _pending, .. bytes.Bytes.Span];
        while (Problem is null && _pending.Length > 0)
        {
            Problem = Mistake();
            if (Problem is not null || _pending.Length < TlsRecord.HeaderSize || _pending.Length < Size)
            {
                yield break;
            }

            yield return new TlsRecord
            {
                Number = number++,
                Sender = sender,
                ContentType = _pending[0],
                Content = _pending.AsMemory(TlsRecord.HeaderSize..Size),
                At = bytes.At,
                IsAfterHandshake = bytes.IsAfterHandshake,
            };
            _offset += Size;
            _pending = _pending[Size..];
        }
    }

    /// <summary>What is missing at the end, if anything.</summary>
    public WireProblem? AtEnd() =>
        Problem
        ?? (
            _pending.Length == 0 ? null
            : _pending.Length < TlsRecord.HeaderSize
                ? new WireProblem(
                    Where,
                    _offset,
                    $"a record's header of 5 bytes, {WireReader.LeftOver(_pending.Length)}"
                )
            : new WireProblem(Where, _offset, $"a record of {Size} bytes, {WireReader.LeftOver(_pending.Length)}")
        );

    private int Size => TlsRecord.HeaderSize + BinaryPrimitives.ReadUInt16BigEndian(_pending.AsSpan(3));

    private WireProblem? Mistake() =>
        _pending[0] is < TlsRecord.ChangeCipherSpec or > TlsRecord.ApplicationData
            ? new WireProblem(Where, _offset, $"a TLS record, whose first byte is 20 to 23 and not {_pending[0]}")
        : _pending.Length > 1 && _pending[1] != 3
            ? new WireProblem(Where, _offset + 1, $"a version of TLS, whose first byte is 3 and not {_pending[1]}")
        : _pending.Length >= TlsRecord.HeaderSize && Size - TlsRecord.HeaderSize > TlsRecord.LargestContent
            ? new WireProblem(Where, _offset + 3, $"a length of at most {TlsRecord.LargestContent} bytes")
        : null;
}
