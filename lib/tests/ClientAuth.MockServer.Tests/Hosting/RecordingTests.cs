using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Tests.Lab;
using ClientAuth.Protocol;
using ClientAuth.Protocol.Recording;

namespace ClientAuth.MockServer.Tests.Hosting;

/// <summary>What is left of an exchange: request, response, connection, decisions, times.</summary>
public sealed class RecordingTests
{
    [Fact]
    public async Task Header_that_is_too_long_is_refused_and_kept_in_part()
    {
        await using var lab = await TestLab.StartAsync();

        var answer = await lab.SendAsync(new TestCall().WithHeader("X-Long", new string('x', 20_000)));

        Assert.Equal(431, answer.Status);
        Assert.Equal(new string('x', 256) + "…", answer.Exchange.Request.Header("X-Long"));
    }

    [Fact]
    public async Task Exchange_holds_what_crossed_the_wire()
    {
        await using var lab = await TestLab.StartAsync();
        var call = TestCall.Post(TestClients.Post, lab.Clients.Secret) with { Query = "?x=%20y" };

        var answer = await lab.SendAsync(call.WithHeader("X-Test", "a"));

        var exchange = answer.Exchange;
        Assert.Equal(
            ("POST", "/token?x=%20y", "HTTP/1.1"),
            (exchange.Request.Method, exchange.Request.Target, exchange.Request.Protocol)
        );
        Assert.Equal("a", exchange.Request.Header("x-test"));
        Assert.Equal(
            $"grant_type=client_credentials&client_id=post&client_secret={lab.Clients.Secret}",
            exchange.Request.Body
        );
        Assert.Equal((200, answer.Body), (exchange.Response.Status, exchange.Response.Body));
        Assert.All(
            exchange.Response.Headers,
            header => Assert.Equal(header.Value, answer.Header(header.Name) ?? answer.ContentHeader(header.Name))
        );
        Assert.Equal((1, lab.Clock.GetUtcNow()), (exchange.Number, exchange.At));
    }

    [Fact]
    public async Task Trace_lists_every_check_in_the_order_of_the_server()
    {
        await using var lab = await TestLab.StartAsync();

        var answer = await lab.SendAsync(TestCall.Asserting(lab.SignedAssertion(TestClients.Signer)));

        Assert.Equal(
            [
                Rules.Method.Name,
                Rules.Query.Name,
                Rules.ContentType.Name,
                Rules.Parameters.Name,
                Rules.SingleMechanism.Name,
                Rules.AssertionType.Name,
                Rules.AssertionFormat.Name,
                Rules.ClientIdentified.Name,
                Rules.ClientIdAgrees.Name,
                Rules.ClientKnown.Name,
                Rules.ClientEnabled.Name,
                Rules.ClientMethod.Name,
                Rules.Alg.Name,
                Rules.Typ.Name,
                Rules.Crit.Name,
                Rules.Key.Name,
                Rules.Signature.Name,
                Rules.Iss.Name,
                Rules.Sub.Name,
                Rules.Aud.Name,
                Rules.Exp.Name,
                Rules.Lifetime.Name,
                Rules.Nbf.Name,
                Rules.Iat.Name,
                Rules.Jti.Name,
                Rules.GrantTypePresent.Name,
                Rules.GrantAllowed.Name,
                Rules.ScopeAllowed.Name,
                Rules.JtiUnused.Name,
            ],
            answer.Exchange.Trace.Decisions.Select(decision => decision.Check)
        );
    }

    [Fact]
    public async Task Nothing_is_checked_after_the_first_failure()
    {
        await using var lab = await TestLab.StartAsync();

        var answer = await lab.SendAsync(TestCall.Basic(TestClients.Basic, "wrong"));

        var decisions = answer.Exchange.Trace.Decisions;
        Assert.Equal(
            new Decision(
                Rules.SecretValue.Name,
                "the registered secret",
                "5 characters, different from the registered secret",
                Verdict.Failed,
                "RFC 6749 §2.3.1"
            ),
            decisions[^1]
        );
        Assert.All(decisions.SkipLast(1), decision => Assert.Equal(Verdict.Passed, decision.Verdict));
    }

    [Fact]
    public async Task Client_certificate_is_recorded_without_a_key()
    {
        await using var lab = await TestLab.StartAsync();

        var answer = await lab.SendAsync(TestCall.Presenting(TestClients.Tls, lab.Clients.Certificate));

        var recorded = answer.Exchange.Tls.ClientCertificate!;
        Assert.Equal(lab.Clients.Certificate.RawData, recorded.RawData);
        Assert.False(recorded.HasPrivateKey);
    }

    [Fact]
    public async Task Phases_come_in_order_and_the_handshake_belongs_to_the_first_exchange_of_its_connection()
    {
        await using var lab = await TestLab.StartAsync();
        using var client = lab.NewClient();
        for (var i = 0; i < 2; i++)
        {
            var call = TestCall.Asserting(lab.SignedAssertion(TestClients.Signer));
            await client.PostAsync(
                lab.Server.Metadata.TokenEndpoint,
                call.Body(),
                TestContext.Current.CancellationToken
            );
        }

        var phases = lab.Server.Exchanges.Snapshot().Select(e => e.Phases.Select(phase => phase.Name)).ToList();
        string[] own = [PhaseNames.ReadRequest, PhaseNames.Authenticate, PhaseNames.IssueToken];
        Assert.Equal([PhaseNames.Handshake, .. own], phases[0]);
        Assert.Equal(own, phases[1]);
        Assert.All(
            lab.Server.Exchanges.Snapshot().SelectMany(e => e.Phases),
            p => Assert.True(p.Duration > TimeSpan.Zero)
        );
    }

    [Fact]
    public async Task Handshake_request_checks_and_answer_follow_each_other_on_one_clock()
    {
        await using var lab = await TestLab.StartAsync();

        var answer = await lab.SendAsync(TestCall.Asserting(lab.SignedAssertion(TestClients.Signer)));

        var phases = answer.Exchange.Phases.ToDictionary(phase => phase.Name);
        TimeSpan[] times =
        [
            phases[PhaseNames.Handshake].Started!.Value,
            phases[PhaseNames.Handshake].Started!.Value + phases[PhaseNames.Handshake].Duration,
            answer.Exchange.Started!.Value,
            phases[PhaseNames.Authenticate].Started!.Value,
            phases[PhaseNames.IssueToken].Started!.Value,
            answer.Exchange.Answered!.Value,
        ];
        Assert.Equal(times.Order(), times);
    }

    [Fact]
    public async Task The_resource_is_a_receiver_of_its_own()
    {
        await using var lab = await TestLab.StartAsync();
        using var client = lab.NewClient();

        await client.GetAsync($"{lab.Server.Issuer}/resource", TestContext.Current.CancellationToken);
        await client.GetAsync($"{lab.Server.Issuer}/jwks", TestContext.Current.CancellationToken);

        Assert.Equal(
            [Participant.Resource, Participant.AuthorizationServer],
            lab.Server.Exchanges.Snapshot().Select(exchange => exchange.Receiver)
        );
    }

    [Fact]
    public async Task Refusal_issues_nothing()
    {
        await using var lab = await TestLab.StartAsync();

        var answer = await lab.SendAsync(TestCall.Basic(TestClients.Basic, "wrong"));

        Assert.DoesNotContain(answer.Exchange.Phases, phase => phase.Name == PhaseNames.IssueToken);
        Assert.DoesNotContain("access_token", answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Failure_of_the_server_itself_is_answered_and_recorded_without_details()
    {
        await using var lab = await TestLab.StartAsync((lab, o) => o with { Clock = new StoppingClock(lab.Clock) });
        var clock = lab.Clock;

        var answer = await lab.SendAsync(TestCall.Asserting(lab.SignedAssertion(TestClients.Signer)));

        Assert.Equal((500, OAuthErrors.ServerError), (answer.Status, answer.Error().Error));
        Assert.Equal("""{"error":"server_error","error_description":"the server failed"}""", answer.Body);
        Assert.Equal("no-store", answer.Header("Cache-Control"));
        Assert.Equal(500, answer.Exchange.Response.Status);
        Assert.Equal(
            (Rules.ServerFailure.Name, nameof(InvalidOperationException)),
            (answer.Exchange.Trace.Failure!.Check, answer.Exchange.Trace.Failure.Seen)
        );
        Assert.Equal(clock.GetUtcNow(), answer.Exchange.At);
    }

    /// <summary>Fails once, on the first look.</summary>
    private sealed class StoppingClock(TimeProvider clock) : TimeProvider
    {
        private int _looks;

        public override DateTimeOffset GetUtcNow() =>
            Interlocked.Increment(ref _looks) == 1
                ? throw new InvalidOperationException("The clock has stopped.")
                : clock.GetUtcNow();
    }
}
