using ClientAuth.MockServer.Faults;
using Microsoft.AspNetCore.Connections;

namespace ClientAuth.MockServer.Hosting;

/// <summary>Ends a connection before its handshake where the script says so. Below TLS, so that the bytes are the same on every platform.</summary>
internal sealed class HandshakeRefusal(FaultScript faults, ConnectionDelegate next)
{
    public Task HandleAsync(ConnectionContext connection) =>
        faults.Take(FaultPoint.Connection) is Fault.RefusedHandshake refusal
            ? RefuseAsync(connection, refusal.Alert)
            : next(connection);

    private static async Task RefuseAsync(ConnectionContext connection, TlsAlert? alert)
    {
        // A connection that is closed with something unread is reset, and the reset may overtake the alert.
        var read = await connection.Transport.Input.ReadAsync(connection.ConnectionClosed);
        connection.Transport.Input.AdvanceTo(read.Buffer.End);
        if (alert is { } said)
        {
            await connection.Transport.Output.WriteAsync(Record(said), connection.ConnectionClosed);
        }
    }

    // Type alert, version 1.2, two bytes: fatal, and which (RFC 8446 §5.1, §6).
    private static byte[] Record(TlsAlert alert) => [21, 3, 3, 0, 2, 2, (byte)alert];
}
