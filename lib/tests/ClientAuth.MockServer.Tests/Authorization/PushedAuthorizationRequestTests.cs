using System.Text.Json;
using ClientAuth.MockServer.Authorization;
using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Options;
using ClientAuth.MockServer.Sharing;
using ClientAuth.MockServer.Tests.Lab;
using ClientAuth.Protocol;
using ClientAuth.Protocol.Authorization;
using Microsoft.Extensions.Time.Testing;

namespace ClientAuth.MockServer.Tests.Authorization;

/// <summary>What can be pushed ahead of an authorization request, and by whom (RFC 9126).</summary>
public sealed class PushedAuthorizationRequestTests
{
    private const string Redirect = "https://app.example/callback";

    [Fact]
    public async Task Pushed_request_is_kept_for_its_client_once_and_without_its_secret()
    {
        await using var lab = await TestLab.StartAsync();

        var pushed = await PushAsync(lab, Good(lab));

        var requests = lab.Server.PushedAuthorizationRequests;
        Assert.Matches("^urn:ietf:params:oauth:request_uri:[0-9a-f]{32}$", pushed.RequestUri);
        Assert.Equal(60, pushed.ExpiresIn);
        Assert.Null(await requests.TakeAsync(TestClients.Basic, pushed.RequestUri));
        Assert.Equal(
            [("client_id", "post"), ("redirect_uri", Redirect), ("response_type", "code"), ("state", "s")],
            (await requests.TakeAsync(TestClients.Post, pushed.RequestUri))!
                .OrderBy(p => p.Key)
                .Select(p => (p.Key, p.Value))
        );
        Assert.Null(await requests.TakeAsync(TestClients.Post, pushed.RequestUri));
    }

    [Fact]
    public async Task Pushed_request_expires()
    {
        await using var lab = await TestLab.StartAsync();
        var pushed = await PushAsync(lab, Good(lab));

        lab.Clock.Advance(TimeSpan.FromSeconds(60));

        Assert.Null(await lab.Server.PushedAuthorizationRequests.TakeAsync(TestClients.Post, pushed.RequestUri));
    }

    [Fact]
    public async Task Oldest_are_forgotten_when_all_together_hold_too_much()
    {
        var requests = Requests(new() { PushedAuthorizationRequestsSize = 500 });
        var parameters = new Dictionary<string, string> { ["state"] = new string('s', 195) };

        // 207 bytes of JSON each: two fit, and what is taken makes room.
        var first = (await requests.PushAsync("c", parameters)).RequestUri;
        var second = (await requests.PushAsync("c", parameters)).RequestUri;
        var third = (await requests.PushAsync("c", parameters)).RequestUri;
        Assert.Null(await requests.TakeAsync("c", first));
        Assert.NotNull(await requests.TakeAsync("c", second));
        var fourth = (await requests.PushAsync("c", parameters)).RequestUri;
        Assert.NotNull(await requests.TakeAsync("c", third));
        Assert.NotNull(await requests.TakeAsync("c", fourth));

        // One that is too large alone is kept alone.
        await requests.PushAsync("c", parameters);
        var large = await PushAsync(new string('s', 5000));
        Assert.NotNull(await requests.TakeAsync("c", large));

        async Task<string> PushAsync(string state) =>
            (await requests.PushAsync("c", new Dictionary<string, string> { ["state"] = state })).RequestUri;
    }

    [Fact]
    public async Task Oldest_of_too_many_is_forgotten()
    {
        var requests = Requests(new() { PushedAuthorizationRequestLimit = 3 });
        var parameters = new Dictionary<string, string>();

        List<string> pushed = [];
        for (var i = 0; i < 4; i++)
        {
            pushed.Add((await requests.PushAsync("c", parameters)).RequestUri);
        }

        Assert.Null(await requests.TakeAsync("c", pushed[0]));
        // What is taken makes room: those that wait are not counted with those that are gone.
        Assert.NotNull(await requests.TakeAsync("c", pushed[1]));
        pushed.Add((await requests.PushAsync("c", parameters)).RequestUri);
        await Assert.AllAsync(pushed.Skip(2), async uri => Assert.NotNull(await requests.TakeAsync("c", uri)));
    }

    [Fact]
    public async Task Public_client_pushes_too_but_only_to_an_address_it_has_registered()
    {
        await using var lab = await TestLab.StartWithAsync(Public("app", Redirect));
        var call = Request("app").And("redirect_uri", Redirect);

        await PushAsync(lab, call);

        var unregistered = Request(TestClients.Public).And("redirect_uri", Redirect);
        (await lab.SendAsync(unregistered)).AssertInvalidRequest(Rules.ParRedirectUri.Name);
    }

    [Theory]
    [InlineData("https://app.example/callback/")]
    [InlineData("https://APP.example/callback")]
    [InlineData("https://app.example/callback?x=1")]
    [InlineData("https://app.example")]
    public async Task Address_is_compared_as_a_string(string sent)
    {
        await using var lab = await TestLab.StartWithAsync(Public("app", Redirect));

        var answer = await lab.SendAsync(Request("app").And("redirect_uri", sent));

        answer.AssertInvalidRequest(Rules.ParRedirectUri.Name);
    }

    [Fact]
    public async Task Address_may_be_left_out_where_exactly_one_is_registered()
    {
        await using var lab = await TestLab.StartWithAsync(
            Public("one", Redirect),
            Public("two", Redirect, Redirect + "/2")
        );

        await PushAsync(lab, Request("one"));
        await PushAsync(lab, Request("two").And("redirect_uri", Redirect + "/2"));
        (await lab.SendAsync(Request("two"))).AssertInvalidRequest(Rules.ParRedirectUri.Name);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("callback")]
    [InlineData("/callback")]
    [InlineData("http://app.example/callback")]
    [InlineData("https://app.example/callback#here")]
    [InlineData("https://app.example/callback#")]
    public async Task Address_of_a_client_that_registered_none_is_still_one_that_could_be_registered(string? sent)
    {
        await using var lab = await TestLab.StartAsync();
        var call = Good(lab).Without("redirect_uri");

        var answer = await lab.SendAsync(sent is null ? call : call.And("redirect_uri", sent));

        answer.AssertInvalidRequest(Rules.ParRedirectUri.Name);
    }

    [Theory]
    [InlineData("request_uri", "urn:x", "invalid_request", "par.request_uri")]
    [InlineData("request", "a.b.c", "request_not_supported", "par.request")]
    [InlineData("scope", "admin", "invalid_scope", "scope.allowed")]
    public async Task Parameter_that_does_not_belong_is_refused(string name, string value, string error, string check)
    {
        await using var lab = await TestLab.StartAsync();

        (await lab.SendAsync(Good(lab).And(name, value))).AssertRefused(400, error, check);
    }

    [Fact]
    public async Task What_an_authorization_request_needs_is_needed_here()
    {
        await using var lab = await TestLab.StartAsync();
        var good = Good(lab);
        var header = TestCall.Basic(TestClients.Basic, lab.Clients.Secret).At("/par").And("response_type", "code");

        (await lab.SendAsync(header)).AssertInvalidRequest(Rules.ParClientId.Name);
        (await lab.SendAsync(good.Without("response_type"))).AssertInvalidRequest(Rules.ParResponseTypePresent.Name);
        var token = await lab.SendAsync(good.Without("response_type").And("response_type", "token"));
        token.AssertRefused(400, "unsupported_response_type", Rules.ParResponseTypePresent.Name);
    }

    [Fact]
    public async Task Only_POST_pushes()
    {
        await using var lab = await TestLab.StartAsync();

        var answer = await lab.SendAsync(Good(lab) with { Method = HttpMethod.Get });

        answer.AssertRefused(405, "invalid_request", Rules.Method.Name);
        Assert.Equal("POST", answer.ContentHeader("Allow"));
    }

    private static PushedAuthorizationRequests Requests(LimitOptions limits)
    {
        var clock = new FakeTimeProvider();
        return new(clock, limits.PushedAuthorizationRequestLifetime, new MemoryState(clock, limits));
    }

    private static ClientMetadata Public(string id, params IReadOnlyList<string> redirects) =>
        new()
        {
            ClientId = id,
            TokenEndpointAuthMethod = TokenEndpointAuthMethods.None,
            RedirectUris = redirects,
        };

    private static TestCall Request(string client) =>
        TestCall.With(TokenParameters.ClientId, client).At("/par").And("response_type", "code").And("state", "s");

    private static TestCall Good(TestLab lab) =>
        Request(TestClients.Post).And("client_secret", lab.Clients.Secret).And("redirect_uri", Redirect);

    private static async Task<PushedAuthorizationResponse> PushAsync(TestLab lab, TestCall call)
    {
        var answer = await lab.SendAsync(call);
        Assert.True(answer.Status == 201, $"{answer.Status} {answer.Body} {answer.Exchange.Trace.Failure}");
        Assert.Null(answer.Exchange.Trace.Failure);
        answer.AssertNotStored();
        return JsonSerializer.Deserialize(answer.Body, ProtocolJson.Default.PushedAuthorizationResponse)!;
    }
}
