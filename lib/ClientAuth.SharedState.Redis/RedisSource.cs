using System.Net;
using StackExchange.Redis;

namespace ClientAuth.SharedState.Redis;

/// <summary>Connects a node to a Redis server: one server without replicas, without TLS and without a password, as on loopback or in a network of its own.</summary>
public sealed class RedisSource : ISharedStateSource
{
    private const int ConnectTimeout = 3000;
    private const int AnswerTimeout = 3000;
    private const int Heartbeat = 250;

    /// <inheritdoc/>
    public async Task<ISharedState> ConnectAsync(SharedStatePlace place, CancellationToken cancellationToken)
    {
        var opening = OpenAsync(place);
        try
        {
            await opening.WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            _ = CloseAsync(opening);
            throw;
        }

        var state = new RedisState(await opening, place);
        try
        {
            await state.EstablishAsync().WaitAsync(cancellationToken);
            return state;
        }
        catch
        {
            await state.DisposeAsync();
            throw;
        }
    }

    // One that comes after the node has stopped waiting for it.
    private static async Task CloseAsync(Task<IConnectionMultiplexer> opening)
    {
        try
        {
            await (await opening).DisposeAsync();
        }
        catch (SharedStateException)
        {
            // There is nothing to close.
        }
    }

    private static async Task<IConnectionMultiplexer> OpenAsync(SharedStatePlace place)
    {
        try
        {
            return await ConnectionMultiplexer.ConnectAsync(Configuration(place));
        }
        catch (RedisConnectionException e)
        {
            var why = e.FailureType switch
            {
                ConnectionFailureType.AuthenticationFailure => "asks for a password, which a node does not have",
                ConnectionFailureType.ProtocolFailure => "does not answer as Redis does",
                _ => "is not reachable. Start it, or correct host and port",
            };
            throw new SharedStateException($"Redis at {place.Host}:{place.Port} {why}.", TimeSpan.FromSeconds(5), e);
        }
    }

    private static ConfigurationOptions Configuration(SharedStatePlace place) =>
        new()
        {
            EndPoints =
            {
                IPAddress.TryParse(place.Host, out var address)
                    ? new IPEndPoint(address, place.Port)
                    : new DnsEndPoint(place.Host, place.Port),
            },
            AbortOnConnectFail = true,
            ConnectRetry = 1,
            ConnectTimeout = ConnectTimeout,
            AsyncTimeout = AnswerTimeout,
            SyncTimeout = AnswerTimeout,
            HeartbeatInterval = TimeSpan.FromMilliseconds(Heartbeat),
            ReconnectRetryPolicy = new LinearRetry(Heartbeat),
            // During an outage nothing waits in a queue: it would be decided after its request was refused.
            BacklogPolicy = BacklogPolicy.FailFast,
            // For CONFIG GET, which says whether Redis writes every change to disk.
            AllowAdmin = true,
            TieBreaker = "",
            ConfigurationChannel = "",
            ClientName = "client-auth",
            IncludeDetailInExceptions = false,
        };
}
