using ClientAuth.MockServer.Faults;
using ClientAuth.MockServer.Tests.Lab;

namespace ClientAuth.MockServer.Tests.Faults;

/// <summary>Faults that wait: on the server's clock or for a word, and never for a client that has gone.</summary>
public sealed class FaultWaitTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(FaultMoment.BeforeActing)]
    [InlineData(FaultMoment.AfterActing)]
    public async Task A_late_answer_comes_when_it_is_released(FaultMoment moment)
    {
        await using var lab = await TestLab.StartAsync();
        lab.Server.Faults.Add(FaultPoint.Token, new Fault.Late(moment: moment), times: 1);
        var struck = lab.Server.Faults.NextAsync(Cancellation);
        var asking = lab.SendAsync(GoodCall(lab));

        Assert.Equal(FaultPoint.Token, (await struck).At);
        Assert.False(asking.IsCompleted);
        await ReleaseUntilDoneAsync(lab, asking);

        (await asking).AssertIssued();
    }

    [Fact]
    public async Task A_late_answer_comes_when_its_time_has_passed_on_the_servers_clock()
    {
        await using var lab = await TestLab.StartAsync();
        lab.Server.Faults.Add(FaultPoint.Token, new Fault.Late(TimeSpan.FromMinutes(2)), times: 1);
        var struck = lab.Server.Faults.NextAsync(Cancellation);
        var asking = lab.SendAsync(GoodCall(lab));
        await struck;

        while (!asking.IsCompleted)
        {
            lab.Clock.Advance(TimeSpan.FromMinutes(1));
            await Task.Yield();
        }

        var answer = await asking;
        answer.AssertIssued();
        Assert.Equal("waits 120 s, before the endpoint acts", answer.Exchange.Trace.Decisions[0].Seen);
    }

    [Fact]
    public async Task A_slow_answer_arrives_byte_by_byte_and_whole()
    {
        await using var lab = await TestLab.StartAsync();
        lab.Server.Faults.Add(FaultPoint.Token, new Fault.Slow(TimeSpan.FromSeconds(1)), times: 1);
        var before = lab.Clock.GetUtcNow();
        var asking = lab.SendAsync(TestCall.Basic(TestClients.Basic, "wrong"));

        while (!asking.IsCompleted)
        {
            lab.Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        var answer = await asking;
        Assert.Equal("""{"error":"invalid_client","error_description":"client authentication failed"}""", answer.Body);
        Assert.True(lab.Clock.GetUtcNow() - before >= TimeSpan.FromSeconds(answer.Body.Length - 1));
    }

    [Theory]
    [InlineData(FaultMoment.BeforeActing, "nothing")]
    [InlineData(FaultMoment.AfterActing, "401")]
    public async Task A_client_that_leaves_before_a_late_answer_is_recorded(FaultMoment moment, string answered)
    {
        await using var lab = await TestLab.StartAsync();
        lab.Server.Faults.Add(FaultPoint.Token, new Fault.Late(moment: moment), times: 1);
        var struck = lab.Server.Faults.NextAsync(Cancellation);
        var recorded = lab.Server.Exchanges.NextAsync(Cancellation);
        using var client = lab.NewClient();
        using var leaving = new CancellationTokenSource();
        var asking = client.PostAsync(lab.Server.Metadata.TokenEndpoint, new TestCall().Body(), leaving.Token);
        await struck;

        await leaving.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);
        Assert.Equal(answered, $"{(await recorded).Response}");
    }

    [Fact]
    public async Task A_server_that_holds_answers_can_be_disposed_of()
    {
        var lab = await TestLab.StartAsync();
        lab.Server.Faults.Add(FaultPoint.Token, new Fault.Late());
        var struck = lab.Server.Faults.NextAsync(Cancellation);
        var asking = lab.SendAsync(GoodCall(lab));
        await struck;

        await lab.DisposeAsync();

        await Assert.ThrowsAsync<HttpRequestException>(() => asking);
    }

    private static TestCall GoodCall(TestLab lab) => TestCall.Basic(TestClients.Basic, lab.Clients.Secret);

    // The fault strikes a moment before it waits, so one release may come too early.
    private static async Task ReleaseUntilDoneAsync(TestLab lab, Task asking)
    {
        while (!asking.IsCompleted)
        {
            lab.Server.Faults.Release();
            await Task.Yield();
        }
    }
}
