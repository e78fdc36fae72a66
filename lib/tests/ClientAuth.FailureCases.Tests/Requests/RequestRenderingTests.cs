using ClientAuth.FailureCases.Fixtures;
using ClientAuth.FailureCases.Requests;
using ClientAuth.FailureCases.Values;
using ClientAuth.Protocol;

namespace ClientAuth.FailureCases.Tests.Requests;

public sealed class RequestRenderingTests(SharedCaseFixture shared) : IClassFixture<SharedCaseFixture>
{
    [Theory]
    // RFC 6749 §3.2: the query of an endpoint must be retained when parameters are added.
    [InlineData("https://as.example/token?tenant=a%20b", null, "/token?tenant=a%20b")]
    [InlineData("https://as.example/token?tenant=a%20b", "client_secret=x", "/token?tenant=a%20b&client_secret=x")]
    [InlineData("https://as.example/token", "client_secret=x", "/token?client_secret=x")]
    [InlineData("https://as.example/token", null, "/token")]
    public void The_query_of_an_endpoint_is_kept(string endpoint, string? added, string target)
    {
        var client = shared.Fixture.Clients.Of(TokenEndpointAuthMethods.ClientSecretPost);
        using var devices = new CaseDevices(shared.Fixture, TimeProvider.System);
        using var draft = new RequestDraft(
            shared.Fixture,
            shared.Fixture.Keys,
            devices,
            client,
            client,
            new Placeholders()
        )
        {
            Query = added,
        };

        Assert.Equal(target, RequestRendering.Render(draft, new Uri(endpoint)).Target);
    }
}
