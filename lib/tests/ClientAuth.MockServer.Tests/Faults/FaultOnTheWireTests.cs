using System.Net;
using System.Net.Sockets;
using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Faults;
using ClientAuth.MockServer.Tests.Lab;
using ClientAuth.Protocol.Recording;

namespace ClientAuth.MockServer.Tests.Faults;

/// <summary>What each fault does to the bytes of an answer, and what it leaves in the recording.</summary>
public sealed class FaultOnTheWireTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Another_answer_takes_the_place_of_the_endpoint()
    {
        await using var lab = await TestLab.StartAsync();
        lab.Server.Faults.Add(
            FaultPoint.Token,
            new Fault.Response(503, "<h1>Sorry</h1>", "text/html", [new("Retry-After", "7")]),
            times: 1
        );

        var answer = await lab.SendAsync(GoodCall(lab));

        Assert.Equal((503, "<h1>Sorry</h1>"), (answer.Status, answer.Body));
        Assert.Equal("text/html", answer.ContentHeader("Content-Type"));
        Assert.Equal("7", answer.Header("Retry-After"));
        Assert.Equal([Line("answers 503 instead, before the endpoint acts")], answer.Exchange.Trace.Decisions);
        (await lab.SendAsync(GoodCall(lab))).AssertIssued();
    }

    [Fact]
    public async Task A_fault_before_the_endpoint_acts_spends_nothing_and_one_after_it_does()
    {
        await using var lab = await TestLab.StartAsync();
        var assertion = lab.SignedAssertion(TestClients.Signer);
        lab.Server.Faults.Add(FaultPoint.Token, new Fault.Response(502), times: 1);
        lab.Server.Faults.Add(FaultPoint.Token, new Fault.Response(502, moment: FaultMoment.AfterActing), times: 1);

        await lab.SendAsync(TestCall.Asserting(assertion));
        var second = await lab.SendAsync(TestCall.Asserting(assertion));
        var third = await lab.SendAsync(TestCall.Asserting(assertion));

        Assert.Equal(
            Line("answers 502 instead, after the endpoint has acted and answered 200"),
            second.Exchange.Trace.Decisions[^1]
        );
        Assert.Equal(Rules.JtiUnused.Name, second.Exchange.Trace.Decisions[^2].Check);
        Assert.Contains(second.Exchange.Phases, phase => phase.Name == PhaseNames.IssueToken);
        third.AssertInvalidClient(Rules.JtiUnused.Name);
    }

    [Fact]
    public async Task A_truncated_answer_promises_more_than_it_holds()
    {
        await using var lab = await TestLab.StartAsync();
        lab.Server.Faults.Add(FaultPoint.Token, new Fault.Truncated(length: 16), times: 1);
        using var client = lab.NewClient();

        using var response = await AskAsync(client, lab);
        var broken = await Assert.ThrowsAsync<HttpRequestException>(() =>
            response.Content.ReadAsStringAsync(Cancellation)
        );

        Assert.Equal(HttpRequestError.ResponseEnded, broken.HttpRequestError);
        var recorded = lab.Server.Exchanges.Last!;
        Assert.Equal("{\"access_token\":", recorded.Response.Body);
        Assert.Equal(recorded.Response.Header("Content-Length"), $"{response.Content.Headers.ContentLength}");
        Assert.True(response.Content.Headers.ContentLength > 16);
        Assert.Equal(
            "closes the connection after 16 characters of the body, after the endpoint has acted and answered 200",
            recorded.Trace.Decisions[^1].Seen
        );
    }

    [Fact]
    public async Task A_truncated_answer_without_a_body_promises_one()
    {
        await using var lab = await TestLab.StartAsync();
        lab.Server.Faults.Add(FaultPoint.Token, new Fault.Truncated(length: 0), times: 1);
        using var client = lab.NewClient();

        using var response = await AskAsync(client, lab);

        await Assert.ThrowsAsync<HttpRequestException>(() => response.Content.ReadAsStringAsync(Cancellation));
        Assert.Empty(lab.Server.Exchanges.Last!.Response.Body);
    }

    [Theory]
    [InlineData(FaultMoment.BeforeActing, "resets the connection, before the endpoint acts", 1)]
    [InlineData(FaultMoment.AfterActing, "resets the connection, after the endpoint has acted and answered 200", 5)]
    public async Task A_reset_connection_leaves_an_exchange_without_an_answer(
        FaultMoment moment,
        string seen,
        int least
    )
    {
        await using var lab = await TestLab.StartAsync();
        lab.Server.Faults.Add(FaultPoint.Token, new Fault.Reset(moment), times: 1);
        using var client = lab.NewClient();

        var broken = await Assert.ThrowsAsync<HttpRequestException>(() => AskAsync(client, lab));

        Assert.Contains(
            Causes(broken).OfType<SocketException>(),
            cause => cause.SocketErrorCode == SocketError.ConnectionReset
        );
        var recorded = lab.Server.Exchanges.Last!;
        Assert.Equal(RecordedResponse.Nothing, recorded.Response);
        Assert.Equal(Line(seen), recorded.Trace.Decisions[^1]);
        Assert.True(recorded.Trace.Decisions.Count >= least);
    }

    [Fact]
    public async Task A_wrong_content_type_is_the_only_thing_wrong()
    {
        await using var lab = await TestLab.StartAsync();
        lab.Server.Faults.Add(FaultPoint.Token, new Fault.WrongContentType("text/plain"), times: 1);

        var answer = await lab.SendAsync(GoodCall(lab));

        Assert.Equal("text/plain", answer.ContentHeader("Content-Type"));
        answer.AssertIssued();
    }

    [Theory]
    [InlineData(null)]
    [InlineData(TlsAlert.HandshakeFailure)]
    public async Task A_refused_handshake_is_counted_and_leaves_no_exchange(TlsAlert? alert)
    {
        await using var lab = await TestLab.StartAsync();
        lab.Server.Faults.Add(FaultPoint.Connection, new Fault.RefusedHandshake(alert), times: 1);
        using var client = lab.NewClient();

        await Assert.ThrowsAsync<HttpRequestException>(() => AskAsync(client, lab));

        Assert.Equal(1, lab.Server.Faults.Seen(FaultPoint.Connection));
        Assert.Empty(lab.Server.Exchanges.Snapshot());
        (await lab.SendAsync(GoodCall(lab))).AssertIssued();
    }

    [Fact]
    public async Task A_key_set_can_be_gone_while_everything_else_is_there()
    {
        await using var lab = await TestLab.StartAsync();
        lab.Server.Faults.Add(FaultPoint.Jwks, new Fault.Response(404));
        using var client = lab.NewClient();

        for (var i = 0; i < 2; i++)
        {
            using var gone = await client.GetAsync(lab.Server.Metadata.JwksUri, Cancellation);
            Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
        }

        (await lab.SendAsync(GoodCall(lab))).AssertIssued();
        lab.Server.Faults.Clear();
        using var there = await client.GetAsync(lab.Server.Metadata.JwksUri, Cancellation);
        Assert.Equal(HttpStatusCode.OK, there.StatusCode);
        Assert.Equal(2, lab.Server.Faults.Seen(FaultPoint.Jwks));
    }

    private static TestCall GoodCall(TestLab lab) => TestCall.Basic(TestClients.Basic, lab.Clients.Secret);

    private static Task<HttpResponseMessage> AskAsync(HttpClient client, TestLab lab)
    {
        var call = TestCall.Post(TestClients.Post, lab.Clients.Secret);
        var request = new HttpRequestMessage(HttpMethod.Post, lab.Server.Metadata.TokenEndpoint)
        {
            Content = call.Body(),
        };
        return client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancellation);
    }

    private static Decision Line(string seen) =>
        new("fault.scripted", "the answer as it is", seen, Verdict.Faulted, "the fault script");

    private static IEnumerable<Exception> Causes(Exception error)
    {
        for (var cause = error; cause is not null; cause = cause.InnerException)
        {
            yield return cause;
        }
    }
}
