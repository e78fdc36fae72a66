using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Tests.Lab;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Tests;

/// <summary>What a token request must look like before anyone's credential is judged (RFC 6749 §3.2).</summary>
public sealed class RequestShapeTests(SharedLab shared) : IClassFixture<SharedLab>
{
    private static readonly Dictionary<string, (Func<TestCall, TestCall> Change, string Check)> Malformed = new()
    {
        ["a JSON body"] = (
            call => call with { ContentType = "application/json", RawBody = "{}" },
            Rules.ContentType.Name
        ),
        ["no content type"] = (call => call with { ContentType = "" }, Rules.ContentType.Name),
        ["client_id twice"] = (call => call.And("client_id", "basic").And("client_id", "basic"), Rules.Parameters.Name),
        ["an unknown parameter twice"] = (call => call.And("x", "1").And("x", "2"), Rules.Parameters.Name),
        ["a broken percent escape"] = (
            call => call with { RawBody = "grant_type=client_credentials&scope=%zz" },
            Rules.Parameters.Name
        ),
        ["bytes that are not UTF-8"] = (
            call => call with { RawBody = "grant_type=client_credentials&scope=%FF" },
            Rules.Parameters.Name
        ),
        ["an identifier with a control character"] = (call => call.And("client_id", "ba\0sic"), Rules.Parameters.Name),
        ["a secret in the query"] = (call => call with { Query = "?client_secret=s" }, Rules.Query.Name),
        ["an encoded secret in the query"] = (call => call with { Query = "?a=b&client%5Fsecret=s" }, Rules.Query.Name),
        ["an assertion in the query"] = (call => call with { Query = "?client_assertion=s" }, Rules.Query.Name),
        ["no grant_type"] = (call => call.Without(TokenParameters.GrantType), Rules.GrantTypePresent.Name),
        ["an empty grant_type"] = (
            call => call.Without(TokenParameters.GrantType).And(TokenParameters.GrantType, ""),
            Rules.GrantTypePresent.Name
        ),
    };

    public static TheoryData<string> MalformedNames() => [.. Malformed.Keys];

    [Theory]
    [MemberData(nameof(MalformedNames))]
    public async Task Malformed_request_is_refused(string name)
    {
        var (change, check) = Malformed[name];
        var lab = shared.Lab;

        var answer = await lab.SendAsync(change(TestCall.Basic(TestClients.Basic, lab.Clients.Secret)));

        answer.AssertInvalidRequest(check);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("OPTIONS")]
    public async Task Other_methods_than_POST_are_not_allowed(string method)
    {
        var lab = shared.Lab;

        var answer = await lab.SendAsync(new TestCall { Method = new HttpMethod(method) });

        answer.AssertRefused(405, OAuthErrors.InvalidRequest, Rules.Method.Name);
        Assert.Equal("POST", answer.ContentHeader("Allow"));
    }

    [Fact]
    public async Task Empty_parameters_count_as_absent_and_unknown_ones_are_ignored()
    {
        var lab = shared.Lab;
        var call = TestCall.Basic(TestClients.Basic, lab.Clients.Secret);

        var answer = await lab.SendAsync(
            call.And("client_secret", "").And("client_assertion", "").And("scope", "").And("resource", "x")
        );

        Assert.Equal("read write", answer.AssertIssued().Scope);
    }

    [Fact]
    public async Task Content_type_may_name_a_charset()
    {
        var lab = shared.Lab;
        var call = TestCall.Basic(TestClients.Basic, lab.Clients.Secret);

        var answer = await lab.SendAsync(call with { ContentType = "Application/X-WWW-form-urlencoded;charset=UTF-8" });

        answer.AssertIssued();
    }

    [Fact]
    public async Task Nobody_is_not_authenticated()
    {
        var lab = shared.Lab;

        (await lab.SendAsync(new TestCall())).AssertInvalidClient(Rules.ClientIdentified.Name);
    }

    [Fact]
    public async Task Body_that_is_too_long_is_refused_and_not_kept()
    {
        var lab = shared.Lab;

        var answer = await lab.SendAsync(TestCall.Asserting(new string('a', 1024 * 1024)));

        answer.AssertRefused(413, OAuthErrors.InvalidRequest, Rules.Body.Name);
        Assert.Equal("1048710 bytes", answer.Exchange.Trace.Failure!.Seen);
        Assert.Equal("", answer.Exchange.Request.Body);
    }

    [Theory]
    [InlineData("refresh_token")]
    [InlineData("Client_Credentials")]
    public async Task Other_grants_are_not_supported(string grant)
    {
        var lab = shared.Lab;
        var call = TestCall.Basic(TestClients.Basic, lab.Clients.Secret);

        var answer = await lab.SendAsync(call.Without(TokenParameters.GrantType).And(TokenParameters.GrantType, grant));

        answer.AssertRefused(400, OAuthErrors.UnsupportedGrantType, Rules.GrantTypePresent.Name);
    }
}
