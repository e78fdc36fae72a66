using System.Diagnostics;
using System.Net.Security;
using ClientAuth.Protocol.Recording;

namespace ClientAuth.Client.Connections;

/// <summary>Records the bytes of one connection's TLS handshake, until the first response begins.</summary>
/// <param name="onHandshake">Called once, with the recording.</param>
/// <param name="connected">When the TCP connection was there, as <see cref="Stopwatch.GetTimestamp"/> gives it.</param>
internal sealed class HandshakeRecorder(Action<RecordedHandshake> onHandshake, long connected)
{
    private readonly Lock _lock = new();
    private readonly List<RecordedBytes> _wire = [];
    private TimeSpan? _completed;
    private bool _isMutual;
    private bool _isTold;

    public void Sent(ReadOnlySpan<byte> bytes) => Keep(Participant.Client, bytes);

    public void Received(ReadOnlySpan<byte> bytes) => Keep(Participant.AuthorizationServer, bytes);

    public void Complete(SslStream stream)
    {
        lock (_lock)
        {
            (_completed, _isMutual) = (Stopwatch.GetElapsedTime(connected), stream.IsMutuallyAuthenticated);
        }
    }

    /// <summary>Ends the recording and passes it on; does nothing the second time.</summary>
    /// <param name="failure">Why the handshake failed, or null.</param>
    public void End(string? failure)
    {
        RecordedHandshake recorded;
        lock (_lock)
        {
            if (_isTold)
            {
                return;
            }

            _isTold = true;
            recorded = new RecordedHandshake
            {
                Wire = [.. _wire],
                Completed = _completed,
                Failure = failure,
                IsMutual = _isMutual,
            };
        }

        onHandshake(recorded);
    }

    private void Keep(Participant sender, ReadOnlySpan<byte> bytes)
    {
        lock (_lock)
        {
            if (_isTold || bytes.Length == 0)
            {
                return;
            }

            var isAfter = _completed is not null;
            _wire.Add(new RecordedBytes(sender, bytes.ToArray(), Stopwatch.GetElapsedTime(connected), isAfter));
        }
    }
}
