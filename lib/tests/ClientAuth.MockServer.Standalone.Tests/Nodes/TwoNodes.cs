using System.Security.Cryptography;

namespace ClientAuth.MockServer.Standalone.Tests.Nodes;

/// <summary>A Redis of one test, and two nodes in this process that share it.</summary>
public abstract class TwoNodes : IAsyncLifetime
{
    private RedisServer? _redis;
    private NodeInProcess? _one;
    private NodeInProcess? _other;

    private protected ECDsa Key { get; } = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    private protected NodeClient Client { get; } = new();

    private protected RedisServer Redis => _redis!;

    private protected NodeInProcess One => _one!;

    private protected NodeInProcess Other => _other!;

    public async ValueTask InitializeAsync()
    {
        // Its dumps can be read.
        _redis = await RedisServer.StartAsync("--rdbcompression", "no");
        _one = await NodeInProcess.FirstAsync(_redis.Port, Key, Client);
        _other = await NodeInProcess.NextAsync(_redis.Port, Key, Client);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var open in new IAsyncDisposable?[] { _one, _other, _redis })
        {
            if (open is not null)
            {
                await open.DisposeAsync();
            }
        }

        Client.Dispose();
        Key.Dispose();
        GC.SuppressFinalize(this);
    }
}
