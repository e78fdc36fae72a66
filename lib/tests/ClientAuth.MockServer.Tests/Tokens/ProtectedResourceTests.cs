using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Tests.Lab;

namespace ClientAuth.MockServer.Tests.Tokens;

/// <summary>The API behind the server's tokens: what it lets in, and what it answers to the rest (RFC 6750 §3).</summary>
public sealed class ProtectedResourceTests(SharedLab shared) : IClassFixture<SharedLab>
{
    private readonly TestLab _lab = shared.Lab;

    [Theory]
    [InlineData("GET", "read", """{"client_id":"basic","scope":"read"}""")]
    [InlineData("POST", "write", """{"client_id":"basic","scope":"write"}""")]
    public async Task Token_with_the_scope_of_the_method_gets_in(string method, string scope, string body)
    {
        var call = TestCall.Bearing(await IssueAsync(scope));

        var answer = await _lab.SendAsync(call with { Method = new HttpMethod(method) });

        Assert.Equal((200, body), (answer.Status, answer.Body));
        Assert.Null(answer.Exchange.Trace.Failure);
        answer.AssertNotStored();
    }

    [Fact]
    public async Task Scheme_is_read_without_case()
    {
        var answer = await _lab.SendAsync(TestCall.Bearing(await IssueAsync("read"), "bEARER"));

        Assert.Equal(200, answer.Status);
    }

    [Fact]
    public async Task Token_of_another_scope_is_told_which_one_is_wanted()
    {
        var answer = await _lab.SendAsync(TestCall.Bearing(await IssueAsync("write")));

        answer.AssertChallenged(403, "insufficient_scope", Rules.TokenScope.Name);
        Assert.EndsWith(", scope=\"read\"", answer.Header("WWW-Authenticate"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_who_presents_nothing_is_told_of_an_error()
    {
        var call = TestCall.Bearing("none");

        var without = await _lab.SendAsync(call with { Headers = [] });
        var other = await _lab.SendAsync(call with { Headers = [("Authorization", "Basic abc")] });

        without.AssertChallenged(401, null, Rules.TokenPresented.Name);
        other.AssertChallenged(401, null, Rules.TokenPresented.Name);
    }

    [Theory]
    [InlineData("?access_token=x")]
    [InlineData("?a=b&access%5Ftoken=x")]
    public async Task Token_in_the_query_is_refused_even_beside_a_good_one(string query)
    {
        var answer = await _lab.SendAsync(TestCall.Bearing(await IssueAsync("read")) with { Query = query });

        answer.AssertChallenged(400, "invalid_request", Rules.TokenPresentedOnce.Name);
    }

    [Fact]
    public async Task Two_headers_are_one_too_many()
    {
        var token = await IssueAsync("read");
        var call = TestCall.Bearing(token).WithHeader("Authorization", $"Bearer {token}");

        (await _lab.SendAsync(call)).AssertChallenged(400, "invalid_request", Rules.TokenPresentedOnce.Name);
    }

    [Theory]
    [InlineData("")]
    [InlineData("abc")]
    [InlineData("a.b.c")]
    public async Task Token_that_is_none_is_invalid(string token)
    {
        (await _lab.SendAsync(TestCall.Bearing(token))).AssertChallenged(401, "invalid_token", Rules.TokenFormat.Name);
    }

    [Fact]
    public async Task Other_methods_are_not_allowed()
    {
        var answer = await _lab.SendAsync(
            TestCall.Bearing(await IssueAsync("read")) with
            {
                Method = HttpMethod.Delete,
            }
        );

        Assert.Equal((405, "GET, POST"), (answer.Status, answer.ContentHeader("Allow")));
    }

    private async Task<string> IssueAsync(string scope) =>
        (await _lab.SendAsync(TestCall.Basic(TestClients.Basic, _lab.Clients.Secret).And("scope", scope)))
            .AssertIssued()
            .AccessToken;
}
