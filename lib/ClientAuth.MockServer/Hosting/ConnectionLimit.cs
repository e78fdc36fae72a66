using Microsoft.AspNetCore.Connections;

namespace ClientAuth.MockServer.Hosting;

/// <summary>
/// Lets so many connections be open at once, at all listeners of a server together, and closes what is more before its handshake.
/// Kestrel's own limit counts each address of each listener by itself.
/// </summary>
internal sealed class ConnectionLimit(int most)
{
    private int _open;

    public ConnectionDelegate Before(ConnectionDelegate next) =>
        async connection =>
        {
            try
            {
                // To return closes the connection.
                if (Interlocked.Increment(ref _open) <= most)
                {
                    await next(connection);
                }
            }
            finally
            {
                Interlocked.Decrement(ref _open);
            }
        };
}
