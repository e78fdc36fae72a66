using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Options;
using ClientAuth.MockServer.Tests.Lab;

namespace ClientAuth.MockServer.Tests.Assertions;

/// <summary>What the options make of audience, type, skew and lifetime: each a switch of its own.</summary>
public sealed class PolicyTests
{
    [Theory]
    [InlineData(AudiencePolicy.IssuerOnly, false)]
    [InlineData(AudiencePolicy.Legacy, true)]
    public async Task Token_endpoint_is_an_audience_for_the_legacy_policy_only(AudiencePolicy policy, bool accepted)
    {
        await using var lab = await TestLab.StartAsync(
            (_, o) => o with { Assertions = new() { AudiencePolicy = policy } }
        );
        var metadata = lab.Server.Metadata;
        foreach (var endpoint in new[] { metadata.TokenEndpoint, metadata.MtlsEndpointAliases!.TokenEndpoint })
        {
            var assertion = lab.Assertion(TestClients.Signer);
            assertion.Claims["aud"] = endpoint;

            var answer = await lab.SendAsync(TestCall.Asserting(assertion.Sign(lab.Clients.Key)));

            AssertEither(answer, accepted, Rules.Aud.Name);
        }

        (await lab.SendAsync(TestCall.Asserting(lab.SignedAssertion(TestClients.Signer)))).AssertIssued();
    }

    [Fact]
    public async Task Issuer_is_no_audience_where_the_token_endpoint_alone_is_one()
    {
        await using var lab = await TestLab.StartAsync(
            (_, o) => o with { Assertions = new() { AudiencePolicy = AudiencePolicy.TokenEndpointOnly } }
        );
        var assertion = lab.Assertion(TestClients.Signer);
        assertion.Claims["aud"] = lab.Server.Metadata.TokenEndpoint;

        var issuer = await lab.SendAsync(TestCall.Asserting(lab.SignedAssertion(TestClients.Signer)));
        var endpoint = await lab.SendAsync(TestCall.Asserting(assertion.Sign(lab.Clients.Key)));

        issuer.AssertInvalidClient(Rules.Aud.Name);
        endpoint.AssertIssued();
    }

    [Fact]
    public async Task Array_is_no_audience_where_a_string_is_asked_for()
    {
        await using var lab = await TestLab.StartAsync(
            (_, o) => o with { Assertions = new() { AudienceForm = AudienceForm.StringOnly } }
        );
        var assertion = lab.Assertion(TestClients.Signer);
        assertion.Claims["aud"] = new[] { lab.Server.Issuer };

        var array = await lab.SendAsync(TestCall.Asserting(assertion.Sign(lab.Clients.Key)));
        var text = await lab.SendAsync(TestCall.Asserting(lab.SignedAssertion(TestClients.Signer)));

        array.AssertInvalidClient(Rules.Aud.Name);
        text.AssertIssued();
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData("JWT", false)]
    [InlineData("client-authentication+jwt", true)]
    [InlineData("Client-Authentication+JWT", true)]
    public async Task Type_can_be_required(string? typ, bool accepted)
    {
        await using var lab = await TestLab.StartAsync(
            (_, o) => o with { Assertions = new() { TypPolicy = TypPolicy.Required } }
        );
        var assertion = lab.Assertion(TestClients.Signer);
        if (typ is not null)
        {
            assertion.Header["typ"] = typ;
        }

        var answer = await lab.SendAsync(TestCall.Asserting(assertion.Sign(lab.Clients.Key)));

        AssertEither(answer, accepted, Rules.Typ.Name);
    }

    [Theory]
    [InlineData(29, true)]
    [InlineData(30, false)]
    public async Task Skew_is_as_wide_as_the_option_says(int expiredSeconds, bool accepted)
    {
        await using var lab = await TestLab.StartAsync((_, o) => o with { ClockSkew = TimeSpan.FromSeconds(30) });
        var assertion = lab.Assertion(TestClients.Signer);
        // In whole seconds: the server's clock stands at a fraction of one.
        assertion.Claims["exp"] = lab.Clock.GetUtcNow().ToUnixTimeSeconds() - expiredSeconds;

        var answer = await lab.SendAsync(TestCall.Asserting(assertion.Sign(lab.Clients.Key)));

        AssertEither(answer, accepted, Rules.Exp.Name);
    }

    [Fact]
    public async Task Longest_life_is_as_long_as_the_option_says()
    {
        await using var lab = await TestLab.StartAsync(
            (_, o) => o with { Assertions = new() { MaximumAssertionLifetime = TimeSpan.FromSeconds(30) } }
        );

        var answer = await lab.SendAsync(TestCall.Asserting(lab.SignedAssertion(TestClients.Signer)));

        answer.AssertInvalidClient(Rules.Lifetime.Name);
    }

    private static void AssertEither(TestAnswer answer, bool accepted, string check)
    {
        if (accepted)
        {
            answer.AssertIssued();
        }
        else
        {
            answer.AssertInvalidClient(check);
        }
    }
}
