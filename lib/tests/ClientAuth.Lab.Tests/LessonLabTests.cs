using ClientAuth.Client;
using ClientAuth.Client.Haapi;
using ClientAuth.Lab.Expectations;
using ClientAuth.Lab.Testbeds;
using ClientAuth.Protocol;

namespace ClientAuth.Lab.Tests;

/// <summary>The lab as a lesson uses it, over real TLS.</summary>
public sealed class LessonLabTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string> ConfidentialClients =>
        [
            "mobile-app-secret",
            "mobile-app-secret-post",
            "mobile-app-jwt-symmetric",
            "mobile-app-jwt-asymmetric",
            "mobile-app-mtls",
            "mobile-app-mtls-san",
            "mobile-app-mtls-self-signed",
        ];

    [Theory]
    [MemberData(nameof(ConfidentialClients))]
    public async Task Every_confidential_client_gets_a_token_by_its_own_method(string clientId)
    {
        await using var lab = await LessonLab.OpenAsync();

        var outcome = await lab.TokenClient(clientId, MethodOf(lab, clientId)).RequestTokenAsync("read", Cancellation);

        var issued = Assert.IsType<TokenOutcome.Issued>(outcome);
        Assert.Equal("read", issued.Response.Scope);
        Assert.Null(lab.LastExchange.Trace.Failure);
    }

    [Fact]
    public async Task What_an_unhurried_lab_gives_is_good_hours_later()
    {
        await using var lab = await LessonLab.OpenAsync(LabOptions.Unhurried, Cancellation);
        using var accessor = await new HaapiAccessorFactory(
            lab.HaapiConfiguration(lab.Devices["flagship"])
        ).CreateAsync(Cancellation);
        await CallApiAsync();

        lab.Clock.Advance(TimeSpan.FromHours(11));
        var before = lab.LastExchange.Number;
        await CallApiAsync();

        Assert.Equal(before + 1, lab.LastExchange.Number);
        Assert.Null(lab.LastExchange.Trace.Failure);

        async Task CallApiAsync()
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, $"{lab.Server.Issuer}/resource");
            using var response = await accessor.TokenManager.SendAsync(request, Cancellation);
            response.EnsureSuccessStatusCode();
        }
    }

    [Fact]
    public async Task A_client_without_authentication_gets_no_token_of_its_own()
    {
        await using var lab = await LessonLab.OpenAsync();
        var none = new ClientAuthenticationMethodConfiguration.None();

        var outcome = await lab.TokenClient("mobile-app", none).RequestTokenAsync("read", Cancellation);

        var shown = lab.MustBeRefused(outcome, 400, OAuthErrors.UnauthorizedClient, "grant.allowed").ToString();

        Assert.Contains("400 Bad Request", shown);
        var failure = lab.LastExchange.Trace.Failure!;
        Assert.All([failure.Expected, failure.Seen, failure.Specification], part => Assert.Contains(part, shown));
    }

    [Fact]
    public async Task A_client_that_is_not_there_is_named_with_those_that_are()
    {
        await using var lab = await LessonLab.OpenAsync(new ClientMetadata { ClientId = "only-one" });

        var error = Assert.Throws<ArgumentException>(() => lab.Client("another"));

        Assert.StartsWith("No client 'another' is registered here; there are: only-one.", error.Message);
    }

    [Fact]
    public async Task A_lesson_that_expects_another_refusal_is_told_what_it_saw()
    {
        await using var lab = await LessonLab.OpenAsync();
        var wrong = new ClientAuthenticationMethodConfiguration.Secret("wrong");
        var outcome = await lab.TokenClient("mobile-app-secret", wrong).RequestTokenAsync("read", Cancellation);

        var error = Assert.Throws<LessonExpectationException>(() =>
            lab.MustBeRefused(outcome, 400, OAuthErrors.InvalidRequest, "client.known")
        );

        Assert.Equal(
            "Expected 400 invalid_request at client.known, saw 401 invalid_client at secret.value.",
            error.Message
        );
    }

    [Fact]
    public async Task A_lesson_that_expects_a_refusal_and_gets_a_token_is_told_so()
    {
        await using var lab = await LessonLab.OpenAsync();
        var outcome = await lab.TokenClient("mobile-app-secret", MethodOf(lab, "mobile-app-secret"))
            .RequestTokenAsync("read", Cancellation);

        var error = Assert.Throws<LessonExpectationException>(() =>
            lab.MustBeRefused(outcome, 401, OAuthErrors.InvalidClient, "secret.value")
        );

        Assert.Equal(
            "Expected 401 invalid_client at secret.value, saw 200 without an error code at no check.",
            error.Message
        );
    }

    [Fact]
    public async Task A_lesson_that_expects_a_token_and_gets_none_is_told_why()
    {
        await using var lab = await LessonLab.OpenAsync();
        var wrong = new ClientAuthenticationMethodConfiguration.Secret("wrong");
        var outcome = await lab.TokenClient("mobile-app-secret", wrong).RequestTokenAsync("read", Cancellation);

        var error = Assert.Throws<LessonExpectationException>(() => lab.MustBeIssued(outcome));

        Assert.Equal("Expected a token, saw 401 invalid_client at secret.value.", error.Message);
    }

    [Fact]
    public async Task Parts_that_differ_are_named_and_not_quoted()
    {
        await using var lab = await LessonLab.OpenAsync(new ClientMetadata { ClientId = "any" });

        var error = Assert.Throws<LessonExpectationException>(() =>
            lab.MustAgree(("header", "a", "a"), ("secret", "by-hand-value", "by-library-value"))
        );

        Assert.Equal("Made by hand and by the library, these parts differ: secret.", error.Message);
    }

    [Fact]
    public async Task A_credential_that_agrees_is_shown_by_its_beginning_only()
    {
        await using var lab = await LessonLab.OpenAsync(new ClientMetadata { ClientId = "any" });
        var credential = new string('x', 43);

        var view = lab.MustAgree(("header", credential, credential)).ToString();

        Assert.Contains("xxxxxxxxxxxxxxxxxxxx… (43 characters)", view);
        Assert.DoesNotContain(credential, view);
    }

    [Fact]
    public async Task A_claim_that_does_not_hold_is_named_and_not_quoted()
    {
        await using var lab = await LessonLab.OpenAsync(new ClientMetadata { ClientId = "any" });

        var error = Assert.Throws<LessonExpectationException>(() =>
            lab.MustHold("One phone", ("requests", "1", "1"), ("clients", "expected-value", "seen-value"))
        );

        Assert.Equal("One phone: 'clients' is not as expected.", error.Message);
        Assert.Contains("Expected  Seen", $"{lab.MustHold("One phone", ("requests", "1", "1"))}");
    }

    [Fact]
    public async Task Something_that_must_fail_and_does_not_is_reported()
    {
        await using var lab = await LessonLab.OpenAsync(new ClientMetadata { ClientId = "any" });

        var error = await Assert.ThrowsAsync<LessonExpectationException>(() =>
            lab.MustFailAsync(() => Task.CompletedTask, "certificate")
        );

        Assert.Equal("Expected a failure that says 'certificate', but nothing failed.", error.Message);
    }

    [Fact]
    public async Task Moving_the_lab_clock_expires_an_assertion()
    {
        await using var lab = await LessonLab.OpenAsync();
        var client = lab.TokenClient("mobile-app-jwt-symmetric", MethodOf(lab, "mobile-app-jwt-symmetric"));
        var prepared = client.Prepare("read");

        lab.Clock.Advance(TimeSpan.FromMinutes(2));

        var outcome = await client.SendAsync(prepared, Cancellation);
        lab.MustBeRefused(outcome, 401, OAuthErrors.InvalidClient, "assertion.exp");
    }

    private static ClientAuthenticationMethodConfiguration MethodOf(LessonLab lab, string clientId) =>
        RegisteredMethod.Of(lab.Client(clientId));
}
