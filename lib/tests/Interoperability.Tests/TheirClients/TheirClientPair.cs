using Interoperability.Tests.Servers;
using Interoperability.Tests.Surroundings;

namespace Interoperability.Tests.TheirClients;

/// <summary>This project's server, and a client that is not this project's. A refusal is told with the check that the server's trace names.</summary>
internal abstract class TheirClientPair(OurServer server) : Pair
{
    protected OurServer Server => server;

    public sealed override async Task<string> DoAsync(string feature, bool right)
    {
        var said = await SayAsync(feature, right, await TokenForAsync(feature, right));
        return char.IsAsciiDigit(said[0]) ? $"{said}, {server.FailedCheck}" : said;
    }

    /// <summary>What the client says it got.</summary>
    /// <param name="feature">The row.</param>
    /// <param name="right">Whether its credential is the registered one.</param>
    /// <param name="token">Of the client itself, to be introspected or revoked; or the one that opens the registration. Empty for other rows.</param>
    protected abstract Task<string> SayAsync(string feature, bool right, string token);

    public override ValueTask DisposeAsync() => server.DisposeAsync();

    private async Task<string> TokenForAsync(string feature, bool right) =>
        feature switch
        {
            Feature.Introspection or Feature.Revocation => await server.TokenAsync(InteropClients.Scope),
            Feature.Registration => right ? await server.InitialAccessTokenAsync() : "no-such-token",
            _ => "",
        };
}
