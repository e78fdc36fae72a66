using ClientAuth.SharedState;
using ClientAuth.SharedState.Redis;
using StackExchange.Redis;

namespace ClientAuth.MockServer.Standalone.Tests.Nodes;

/// <summary>The moment at which a node's connection to Redis is back.</summary>
internal static class Reconnection
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    /// <summary>Ends when a connection that is lost after this call is back.</summary>
    public static async Task OfAsync(ISharedState state)
    {
        var connection = ((RedisState)state).Connection;
        var back = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        connection.ConnectionRestored += Restored;
        try
        {
            await back.Task.WaitAsync(Limit, TestContext.Current.CancellationToken);
        }
        finally
        {
            connection.ConnectionRestored -= Restored;
        }

        void Restored(object? sender, ConnectionFailedEventArgs restored)
        {
            if (restored.ConnectionType == ConnectionType.Interactive)
            {
                back.TrySetResult();
            }
        }
    }
}
