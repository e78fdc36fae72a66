using ClientAuth.MockServer.Options;

namespace ClientAuth.FailureCases.Tests;

/// <summary>The runner notices whatever is not as a case says; otherwise the catalogue would prove nothing.</summary>
public sealed class CaseRunnerTests(SharedCaseFixture shared) : IClassFixture<SharedCaseFixture>
{
    private const string Wrong = """ "send": [{ "change": "basic", "pair": "{client_id|form}:wrong" }], """;

    private const string Refused = "401 invalid_client, failing check secret.value";

    private static readonly Dictionary<string, (string Members, string Problem)> Unmet = new()
    {
        ["a success that is none"] = (
            Wrong + """ "expect": { "issued": true } """,
            $"sent: expected success; saw {Refused}"
        ),
        ["another status"] = (
            Wrong + """ "expect": { "status": 400, "error": "invalid_client", "check": "secret.value" } """,
            $"sent: expected 400 invalid_client, failing check secret.value; saw {Refused}"
        ),
        ["another error"] = (
            Wrong + """ "expect": { "status": 401, "error": "invalid_request", "check": "secret.value" } """,
            $"sent: expected 401 invalid_request, failing check secret.value; saw {Refused}"
        ),
        ["no error"] = (
            Wrong + """ "expect": { "status": 401, "check": "secret.value" } """,
            $"sent: expected 401 (no error code), failing check secret.value; saw {Refused}"
        ),
        ["another check"] = (
            Wrong + """ "expect": { "status": 401, "error": "invalid_client", "check": "client.known" } """,
            $"sent: expected 401 invalid_client, failing check client.known; saw {Refused}"
        ),
        ["no check"] = (
            Wrong + """ "expect": { "status": 401, "error": "invalid_client" } """,
            $"sent: expected 401 invalid_client, failing check (none); saw {Refused}"
        ),
        ["another header"] = (
            """ "expect": { "issued": true, "headers": { "Pragma": "cache" } } """,
            "sent: expected the header Pragma to be cache; saw no-cache"
        ),
        ["a header that is not there"] = (
            """ "expect": { "issued": true, "headers": { "DPoP-Nonce": "*" } } """,
            "sent: expected the header DPoP-Nonce to be *; saw none"
        ),
        ["a header that is there"] = (
            """ "expect": { "issued": true, "headers": { "Pragma": null } } """,
            "sent: expected the header Pragma to be absent; saw no-cache"
        ),
        ["a connection that is not refused"] = (
            """ "expect": { "connection": "refused" } """,
            "sent: expected no answer, saw 200 (no error code), failing check (none)"
        ),
        ["a registration that is not refused"] = (
            """ "expect": { "registration": "too short" } """,
            "expected a refusal of the registration that says 'too short'; saw none"
        ),
        ["another member of the body"] = (
            """ "expect": { "issued": true, "body": { "token_type": "DPoP" } } """,
            "sent: the member 'token_type' has another value than expected"
        ),
        ["a member that is not there"] = (
            """ "expect": { "issued": true, "body": { "refresh_token": "*" } } """,
            "sent: the member 'refresh_token' is missing"
        ),
        ["a claim that is there"] = (
            """ "expect": { "issued": true, "token": { "iss": null } } """,
            "sent: the token's claim 'iss' is there"
        ),
        ["a step before"] = (
            """ "before": [{ "step": "request", "send": [{ "change": "form", "set": { "scope": "x" } }] }], "expect": { "issued": true } """,
            "before: expected success; saw 400 invalid_scope, failing check scope.allowed"
        ),
        ["the mended request"] = (
            """ "before": [{ "step": "clock", "seconds": 9 }], "registered": { "client_secret_expires_at": "{now+9}" }, """
                + """ "expect": { "status": 401, "error": "invalid_client", "check": "secret.not_expired" } """,
            "after: expected success; saw 401 invalid_client, failing check secret.not_expired"
        ),
        ["a number of successes"] = (
            """ "send": [{ "change": "attempts", "count": 3 }], "expect": { "status": 401, "issued_among": 1 } """,
            "sent: expected 1 of 3 to be issued a token; saw 3"
        ),
        ["an unknown placeholder"] = (
            """ "send": [{ "change": "form", "set": { "scope": "{nothing}" } }], "expect": { "issued": true } """,
            "the case cannot be run: there is no value for the placeholder '{nothing}' here"
        ),
        ["a change to what is not there"] = (
            """ "send": [{ "change": "claims", "remove": ["aud"] }], "expect": { "issued": true } """,
            "the case cannot be run: a request of client_secret_basic has no assertion to change"
        ),
        ["a phone with what its platform does not have"] = (
            """ "before": [{ "step": "device", "as": "mine", "like": "flagship", "app_id": "A1B2C3D4E5.x" }], "expect": { "issued": true } """,
            "the case cannot be run: the device 'mine' is like 'flagship', which is of another platform than a member of this step"
        ),
        ["an unknown key"] = (
            """ "registered": { "jwks": { "keys": ["{jwk:nobody}"] } }, "expect": { "issued": true } """,
            "the case cannot be run: there is no key 'nobody'"
        ),
    };

    public static TheoryData<string> UnmetNames() => [.. Unmet.Keys];

    [Theory]
    [MemberData(nameof(UnmetNames))]
    public async Task Whatever_is_not_as_expected_is_a_problem(string name)
    {
        var (members, problem) = Unmet[name];

        var result = await RunAsync("client_secret_basic", members);

        Assert.Equal([problem], result.Problems);
        Assert.False(result.IsAsExpected);
    }

    [Fact]
    public async Task Result_holds_every_exchange_with_what_the_server_recorded()
    {
        var result = await RunAsync(
            "client_secret_basic",
            """ "before": [{ "step": "request", "times": 2 }], """
                + Wrong
                + """ "expect": { "status": 401, "error": "invalid_client", "check": "secret.value" } """
        );

        Assert.Equal("S99 client_secret_basic: as expected", result.ToString());
        Assert.Equal(["before", "before", "sent", "after"], result.Exchanges.Select(exchange => exchange.Label));
        Assert.Equal([200, 200, 401, 200], result.Exchanges.Select(exchange => exchange.Response!.Status));
        Assert.Equal([1, 2, 3, 4], result.Exchanges.Select(exchange => exchange.Recorded!.Number));
    }

    [Fact]
    public async Task Refused_connection_leaves_an_exchange_without_answer()
    {
        var result = await RunAsync(
            "client_secret_basic",
            """ "send": [{ "change": "http", "tls": false }], "expect": { "connection": "refused" } """
        );

        Assert.Empty(result.Problems);
        Assert.Null(result.Exchanges[0].Response);
        Assert.Null(result.Exchanges[0].Recorded);
    }

    [Fact]
    public async Task Options_of_the_server_can_be_altered_last()
    {
        var strict = new CaseRunner(
            shared.Fixture,
            options => options with { Assertions = new() { TypPolicy = TypPolicy.Required } }
        );

        var result = await strict.RunAsync(
            TestCase.Of(
                "private_key_jwt",
                """ "server": { "typ_policy": "optional" }, "expect": { "issued": true } """
            ),
            "private_key_jwt",
            TestContext.Current.CancellationToken
        );

        Assert.Contains("failing check assertion.typ", result.Problems[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Case_is_run_by_its_own_methods_only()
    {
        var failureCase = TestCase.Of("none", """ "expect": { "issued": true } """);

        var error = await Assert.ThrowsAsync<ArgumentException>(() =>
            new CaseRunner(shared.Fixture).RunAsync(
                failureCase,
                "private_key_jwt",
                TestContext.Current.CancellationToken
            )
        );

        Assert.StartsWith(
            "The case S99 is not for private_key_jwt, but for none.",
            error.Message,
            StringComparison.Ordinal
        );
    }

    private Task<CaseResult> RunAsync(string method, string members) =>
        new CaseRunner(shared.Fixture).RunAsync(
            TestCase.Of(method, members),
            method,
            TestContext.Current.CancellationToken
        );
}
