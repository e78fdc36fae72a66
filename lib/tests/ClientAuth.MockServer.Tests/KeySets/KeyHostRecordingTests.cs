using ClientAuth.Protocol.Recording;

namespace ClientAuth.MockServer.Tests.KeySets;

public sealed class KeyHostRecordingTests
{
    [Fact]
    public async Task The_host_records_what_the_server_asked_of_it_within_the_clients_request()
    {
        await using var world = await KeyHostLab.StartAsync();

        var answer = await world.SendAsync();

        var fetch = Assert.Single(world.Host.Exchanges.Snapshot());
        Assert.Equal("GET /jwks.json", $"{fetch.Request}");
        Assert.Equal((Participant.AuthorizationServer, Participant.KeyHost), (fetch.Sender, fetch.Receiver));
        Assert.Equal((200, world.Host.Answer.Body), (fetch.Response.Status, fetch.Response.Body));
        Assert.Contains(fetch.Phases, phase => phase.Name == PhaseNames.Handshake);
        Assert.InRange(fetch.Started!.Value, answer.Exchange.Started!.Value, answer.Exchange.Answered!.Value);
    }

    [Fact]
    public async Task A_connection_that_the_host_closes_is_recorded_without_an_answer()
    {
        await using var world = await KeyHostLab.StartAsync();
        world.Host.Answer = world.Host.Answer with { IsDropped = true };

        await world.SendAsync();

        Assert.Same(RecordedResponse.Nothing, world.Host.Exchanges.Snapshot()[0].Response);
    }
}
