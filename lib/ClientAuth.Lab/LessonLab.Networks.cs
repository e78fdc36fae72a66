using System.Collections.Concurrent;
using ClientAuth.Client;
using ClientAuth.Lab.Measuring;
using ClientAuth.Lab.Networks;

namespace ClientAuth.Lab;

/// <summary>Puts a network between clients and the server, which on loopback is not there.</summary>
public sealed partial class LessonLab
{
    // Waits cost time, and counts need few runs.
    private const int RunsOverNetwork = 3;

    private readonly ConcurrentBag<SlowNetwork> _networks = [];

    /// <summary>A network on which everything travels for a while; it ends with the lab.</summary>
    /// <param name="roundTrip">There and back.</param>
    /// <exception cref="ArgumentOutOfRangeException">Less than nothing, or more than ten seconds.</exception>
    public SlowNetwork Network(TimeSpan roundTrip)
    {
        var network = new SlowNetwork(roundTrip, Clock);
        _networks.Add(network);
        return network;
    }

    /// <summary>For requests by hand over a slow network: trusts the lab's authority. The lab disposes of it.</summary>
    public HttpClient CreateHttpClient(SlowNetwork network) => _connections.Over(network);

    /// <summary>Asks for tokens over connections of which others can be made use of as well.</summary>
    /// <param name="http">From <see cref="CreateHttpClient(SlowNetwork)"/>, for example.</param>
    /// <param name="clientId">Who asks, by the method it is registered for; none with a certificate.</param>
    public TokenClient TokenClient(HttpClient http, string clientId) =>
        new(http, Server.Metadata, clientId, RegisteredMethod.Of(Client(clientId)), Clock);

    /// <summary>Asks as each variant says, once to warm up, then a few times and in turns, over a slow network, and counts round trips.</summary>
    /// <exception cref="ArgumentException">A variant makes no sense; the message says why.</exception>
    /// <exception cref="LessonExpectationException">The server refused one.</exception>
    public async Task<MeasuredRoundTrips> MeasureRoundTripsAsync(
        SlowNetwork network,
        params IReadOnlyList<ClientVariant> variants
    )
    {
        List<VariantRun> all =
        [
            .. variants.Select(variant => new VariantRun(
                variant.By(variant.Method ?? RegisteredMethod.Of(Client(variant.ClientId))),
                network,
                _connections,
                Clock
            )),
        ];
        try
        {
            var room = new MeasuringRoom(Clock, new Random(Seed)) { WarmUps = 1, Rounds = RunsOverNetwork };
            return new MeasuredRoundTrips(
                network.RoundTrip,
                await room.InTurnsAsync(all, one => one.RunAsync(CancellationToken.None)),
                hasTls13: !OperatingSystem.IsMacOS()
            );
        }
        finally
        {
            all.ForEach(one => one.Dispose());
        }
    }
}
