using ClientAuth.MockServer.Options;
using ClientAuth.MockServer.Sharing;
using ClientAuth.SharedState;

namespace ClientAuth.MockServer.Composition;

/// <summary>What one server has of its issuer's state.</summary>
/// <param name="State">Where it is kept.</param>
/// <param name="Keys">The keys of all nodes; null where the server is the only one.</param>
internal sealed record NodeState(ISharedState State, SharedKeys? Keys)
{
    /// <summary>The state that the nodes share, or one in memory for this server alone.</summary>
    /// <exception cref="InvalidOptionException">Nodes are to share state and lack what they need for it.</exception>
    public static NodeState Of(AuthorizationServerOptions options)
    {
        if (options.SharedState is not { } shared)
        {
            return new(new MemoryState(options.Clock, options.Limits, options.ReplayCache), Keys: null);
        }

        var keys = SharedKeys.Of(options.Keys.SigningKey);
        return new(new SealedState(shared, keys), keys);
    }

    /// <summary>The same where nodes share it, and null where there is but one.</summary>
    public ISharedState? Shared => Keys is null ? null : State;
}
