using ClientAuth.Client;
using ClientAuth.Client.Connections;
using ClientAuth.Lab.Expectations;
using ClientAuth.Lab.Measuring;
using ClientAuth.Lab.Networks;
using ClientAuth.Lab.Testbeds;

namespace ClientAuth.Lab;

/// <summary>Puts a network between clients and the server, which on loopback is not there.</summary>
public sealed partial class LessonLab
{
    /// <summary>A network on which everything travels for a while; it ends with the lab.</summary>
    /// <param name="roundTrip">There and back.</param>
    /// <exception cref="ArgumentOutOfRangeException">Less than nothing, or more than ten seconds.</exception>
    public SlowNetwork Network(TimeSpan roundTrip)
    {
        var network = new SlowNetwork(roundTrip, Clock);
        Own(network);
        return network;
    }

    /// <summary>For requests by hand over a slow network: trusts the lab's authority. The lab disposes of it.</summary>
    public HttpClient CreateHttpClient(SlowNetwork network) =>
        OpenHttp(method: null, new HandshakeOptions { OpenConnection = network.ConnectAsync });

    /// <summary>Asks for tokens over connections of which others can be made use of as well.</summary>
    /// <param name="http">From <see cref="CreateHttpClient(SlowNetwork)"/>, for example.</param>
    /// <param name="clientId">Who asks, by the method it is registered for; none with a certificate.</param>
    public TokenClient TokenClient(HttpClient http, string clientId) =>
        new(http, Server.Metadata, clientId, RegisteredMethod.Of(Client(clientId)), Clock);

    /// <summary>Asks as each variant says, once to warm up, then a few times and in turns, over a slow network, and counts round trips.</summary>
    /// <exception cref="ArgumentException">A variant makes no sense; the message says why.</exception>
    /// <exception cref="LessonExpectationException">The server refused one.</exception>
    public Task<MeasuredRoundTrips> MeasureRoundTripsAsync(
        SlowNetwork network,
        params IReadOnlyList<ClientVariant> variants
    ) => MeasuredRoundTrips.OfAsync(this, network, variants, CancellationToken.None);
}
