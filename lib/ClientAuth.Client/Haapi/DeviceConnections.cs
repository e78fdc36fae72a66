namespace ClientAuth.Client.Haapi;

/// <summary>All connections of a device's client. The earlier ones stay open until the end: a call with an older token may still be running.</summary>
internal sealed class DeviceConnections : IDisposable
{
    private readonly Lock _lock = new();
    private readonly List<DeviceConnection> _opened = [];
    private volatile DeviceConnection? _last;
    private bool _isDisposed;

    /// <summary>The one to use; null before there is any.</summary>
    public DeviceConnection? Last => _last;

    /// <summary>Takes a connection over, which is used from now on.</summary>
    /// <exception cref="ObjectDisposedException">All are closed; this one is now as well.</exception>
    public void Add(DeviceConnection connection)
    {
        lock (_lock)
        {
            if (!_isDisposed)
            {
                _opened.Add(connection);
                _last = connection;
                return;
            }
        }

        connection.Dispose();
        throw new ObjectDisposedException(nameof(HaapiTokenManager));
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _isDisposed = true;
            _opened.ForEach(connection => connection.Dispose());
        }
    }
}
