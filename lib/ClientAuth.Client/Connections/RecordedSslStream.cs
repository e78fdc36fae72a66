using System.Net.Security;

namespace ClientAuth.Client.Connections;

/// <summary>A TLS stream that ends the recording at the first response. Only TLS can tell a response from session tickets before it.</summary>
/// <param name="network">Goes with this stream.</param>
/// <param name="recorder">Ends with the first bytes of a response.</param>
internal sealed class RecordedSslStream(RecordingStream network, HandshakeRecorder recorder) : SslStream(network)
{
    public override async ValueTask<int> ReadAsync(
        Memory<byte> buffer,
        CancellationToken cancellationToken = default
    ) => Told(await base.ReadAsync(buffer, cancellationToken));

    public override int Read(Span<byte> buffer) => Told(base.Read(buffer));

    private int Told(int count)
    {
        if (count > 0)
        {
            recorder.End(failure: null);
        }

        return count;
    }
}
