using System.Net;
using ClientAuth.Client.Haapi;
using ClientAuth.MockServer.Faults;
using ClientAuth.Protocol.Recording;

namespace ClientAuth.Lab.Tests.Haapi;

/// <summary>Tokens, proofs and nonces are renewed without the caller noticing, and no more often than needed.</summary>
public sealed class TokenRenewalTests : IAsyncLifetime
{
    private AppFixture _lab = null!;
    private HaapiTokenManager _manager = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private int TokenRequests => _lab.Requests.Count(request => request.Target == "/token");

    public async ValueTask InitializeAsync()
    {
        _lab = await AppFixture.OpenAsync();
        _manager = new HaapiTokenManager(
            _lab.Configuration(_lab.OldPhone, "mobile-app-secret") with
            {
                UseAttestation = false,
                Scope = "read",
            },
            _lab.MethodOf("mobile-app-secret")
        );
        // From here on the nonce is known.
        await _manager.GetAccessTokenAsync(Cancellation);
        _lab.Server.Exchanges.Clear();
    }

    public async ValueTask DisposeAsync()
    {
        _manager.Dispose();
        await _lab.DisposeAsync();
    }

    [Fact]
    public async Task A_token_is_kept_until_shortly_before_it_ends()
    {
        var first = await _manager.GetAccessTokenAsync(Cancellation);
        _lab.Clock.Advance(TimeSpan.FromSeconds(269));
        Assert.Same(first, await _manager.GetAccessTokenAsync(Cancellation));
        Assert.Equal(0, TokenRequests);

        _lab.Clock.Advance(TimeSpan.FromSeconds(1));
        var second = await _manager.GetAccessTokenAsync(Cancellation);

        Assert.Equal(_lab.Clock.GetUtcNow().AddMinutes(5), second.Expires);
        Assert.NotEqual(first.Reveal(), second.Reveal());
        Assert.Equal(("read", first.KeyThumbprint), (second.Scope, second.KeyThumbprint));
        Assert.Equal(1, TokenRequests);
    }

    [Fact]
    public async Task Who_asks_at_the_same_time_shares_one_request()
    {
        _lab.Clock.Advance(TimeSpan.FromMinutes(4.5));

        var tokens = await Task.WhenAll(
            Enumerable.Range(0, 32).Select(_ => _manager.GetAccessTokenAsync(Cancellation))
        );

        Assert.Single(tokens.Distinct());
        Assert.Equal(1, TokenRequests);
    }

    [Fact]
    public async Task Who_gives_up_leaves_the_request_to_the_others()
    {
        var phone = _lab.Phone("flagship");
        using var app = await _lab.App(phone).CreateAsync(Cancellation);
        _lab.Clock.Advance(TimeSpan.FromMinutes(6));
        _lab.Server.Exchanges.Clear();
        using var giveUp = new CancellationTokenSource();
        Task<BoundAccessToken> patient;
        // The phone attests for one at a time: while another holds it, both wait.
        using (await phone.Storage.LockAsync(Cancellation))
        {
            var impatient = app.TokenManager.GetAccessTokenAsync(giveUp.Token);
            patient = app.TokenManager.GetAccessTokenAsync(Cancellation);
            await giveUp.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => impatient);
        }

        Assert.Equal(_lab.Clock.GetUtcNow().AddMinutes(5), (await patient).Expires);
        Assert.Single(_lab.Requests, request => request.Target == "/cat");
    }

    [Fact]
    public async Task With_the_last_who_gives_up_the_request_ends_and_the_next_caller_gets_a_token()
    {
        _lab.Clock.Advance(TimeSpan.FromMinutes(4.5));
        _lab.Server.Faults.Add(FaultPoint.Token, new Fault.Late(), times: 1);
        using var giveUp = new CancellationTokenSource();
        var struck = _lab.Server.Faults.NextAsync(Cancellation);
        var asking = _manager.GetAccessTokenAsync(giveUp.Token);
        await struck;

        await giveUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);

        Assert.Equal("read", (await _manager.GetAccessTokenAsync(Cancellation)).Scope);
    }

    [Fact]
    public async Task A_failure_is_told_to_all_who_wait_and_kept_for_nobody()
    {
        _lab.Clock.Advance(TimeSpan.FromMinutes(4.5));
        _lab.Server.Faults.Add(FaultPoint.Token, new Fault.Response(503), times: 1);

        var asking = Enumerable.Range(0, 3).Select(_ => _manager.GetAccessTokenAsync(Cancellation)).ToList();
        var errors = await Task.WhenAll(asking.Select(one => Assert.ThrowsAsync<HaapiException>(() => one)));

        Assert.Equal(HaapiStep.ClientToken, Assert.Single(errors.Distinct()).Step);
        Assert.Equal("read", (await _manager.GetAccessTokenAsync(Cancellation)).Scope);
    }

    [Fact]
    public async Task A_nonce_that_has_ended_is_renewed_by_one_more_request()
    {
        await CallAsync();
        _lab.Server.Exchanges.Clear();
        // Longer than a nonce, while the token is renewed on the way as well.
        _lab.Clock.Advance(TimeSpan.FromMinutes(6));

        Assert.Equal(HttpStatusCode.OK, await CallAsync());

        Assert.Equal(
            ["POST /token", "POST /token", "GET /resource"],
            _lab.Requests.Select(request => request.ToString())
        );
    }

    [Fact]
    public async Task A_resource_that_always_wants_another_nonce_is_asked_twice_and_its_answer_handed_on()
    {
        var wants = new Fault.Response(
            401,
            headers:
            [
                new RecordedHeader("WWW-Authenticate", "DPoP error=\"use_dpop_nonce\""),
                new RecordedHeader("DPoP-Nonce", "another"),
            ]
        );
        _lab.Server.Faults.Add(FaultPoint.Resource, wants);

        Assert.Equal(HttpStatusCode.Unauthorized, await CallAsync());

        Assert.Equal(2, _lab.Server.Faults.Seen(FaultPoint.Resource));
        var sent = _lab.Requests.Select(request => request.Header("DPoP")).ToList();
        Assert.Equal(2, sent.Distinct().Count());
    }

    [Fact]
    public async Task An_answer_that_is_no_refusal_is_not_asked_for_again()
    {
        var odd = new Fault.Response(
            200,
            headers:
            [
                new RecordedHeader("WWW-Authenticate", "DPoP error=\"use_dpop_nonce\""),
                new RecordedHeader("DPoP-Nonce", "another"),
            ]
        );
        _lab.Server.Faults.Add(FaultPoint.Resource, odd);

        Assert.Equal(HttpStatusCode.OK, await CallAsync());

        Assert.Equal(1, _lab.Server.Faults.Seen(FaultPoint.Resource));
    }

    [Fact]
    public async Task A_token_that_the_server_has_withdrawn_is_not_used_twice()
    {
        _lab.Server.Clients.Disable("mobile-app-secret");
        Assert.Equal(HttpStatusCode.Unauthorized, await CallAsync());
        _lab.Server.Clients.Enable("mobile-app-secret");

        Assert.Equal(HttpStatusCode.OK, await CallAsync());
        Assert.Equal(1, TokenRequests);
    }

    [Fact]
    public async Task Body_and_headers_of_a_request_arrive_and_the_request_stays_as_it_was()
    {
        using var manager = new HaapiTokenManager(
            _lab.Configuration(_lab.OldPhone, "mobile-app-secret") with
            {
                UseAttestation = false,
            },
            _lab.MethodOf("mobile-app-secret")
        );
        using var request = _lab.Resource();
        request.Method = HttpMethod.Post;
        request.Headers.Add("X-Trace", "one");
        request.Content = new StringContent("""{"amount":1}""", System.Text.Encoding.UTF8, "application/json");

        using var response = await manager.SendAsync(request, Cancellation);

        var last = _lab.Requests.Last();
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(("""{"amount":1}""", "one"), (last.Body, last.Header("X-Trace")));
        Assert.Equal("application/json; charset=utf-8", last.Header("Content-Type"));
        Assert.Null(request.Headers.Authorization);
        Assert.False(request.Headers.Contains("DPoP"));
    }

    [Fact]
    public async Task A_token_is_not_sent_without_tls()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "http://localhost/resource");

        var error = await Assert.ThrowsAsync<ArgumentException>(() => _manager.SendAsync(request, Cancellation));

        Assert.StartsWith(
            "'http://localhost/resource' is no absolute https URL; an access token does not travel without TLS (RFC 6750 §5.3).",
            error.Message,
            StringComparison.Ordinal
        );
        Assert.Empty(_lab.Requests);
    }

    private async Task<HttpStatusCode> CallAsync()
    {
        using var request = _lab.Resource();
        using var response = await _manager.SendAsync(request, Cancellation);
        return response.StatusCode;
    }
}
