using System.Net;
using ClientAuth.Client;
using ClientAuth.Lab.OwnServer;
using ClientAuth.Protocol;

namespace ClientAuth.Lab.Tests.OwnServer;

/// <summary>Where a foreign server's metadata is looked for, and what is not believed of it.</summary>
public sealed class DiscoveryTests
{
    private const string Issuer = "https://server.example/oauth";
    private const string First = "https://server.example/.well-known/oauth-authorization-server/oauth";
    private const string Second = "https://server.example/oauth/.well-known/openid-configuration";

    [Fact]
    public async Task The_address_of_OpenID_Connect_is_asked_where_the_first_has_nothing()
    {
        var (metadata, requests) = await FetchAsync(
            Second,
            $$"""{"issuer":"{{Issuer}}","token_endpoint":"https://server.example/token"}"""
        );

        Assert.Equal(("https://server.example/token", 2), (metadata.TokenEndpoint, requests));
        Assert.Null(metadata.MtlsEndpointAliases);
    }

    [Fact]
    public async Task An_issuer_that_publishes_nothing_is_told_both_addresses() =>
        Assert.Equal(
            $"{First} answered 404, {Second} answered 404. Check the issuer: both addresses are made from the issuer.",
            await ErrorAsync("https://elsewhere.example/", "{}")
        );

    [Theory]
    [InlineData("<html>", $"The answer of {First} is no server metadata (RFC 8414 §2), at $.")]
    [InlineData("null", $"The answer of {First} is no server metadata (RFC 8414 §2), at $.")]
    [InlineData(
        """{"issuer":"https://server.example/oauth/"}""",
        $"{First} names the issuer 'https://server.example/oauth/', not '{Issuer}'. Both must be identical (RFC 8414 §3.3): copy the issuer from there if it is the right server."
    )]
    [InlineData(
        $$"""{"issuer":"{{Issuer}}"}""",
        $"{First} names the token endpoint '', which is no https URL. A credential must not travel without TLS."
    )]
    [InlineData(
        $$"""{"issuer":"{{Issuer}}","token_endpoint":"http://server.example/token"}""",
        $"{First} names the token endpoint 'http://server.example/token', which is no https URL. A credential must not travel without TLS."
    )]
    [InlineData(
        $$$"""{"issuer":"{{{Issuer}}}","token_endpoint":"https://server.example/token","mtls_endpoint_aliases":{"token_endpoint":"http://server.example/token"}}""",
        $"{First} names the token endpoint for certificates 'http://server.example/token', which is no https URL. A credential must not travel without TLS."
    )]
    public async Task Metadata_that_would_lead_a_credential_astray_is_not_believed(string body, string message) =>
        Assert.Equal(message, await ErrorAsync(First, body));

    private static async Task<string> ErrorAsync(string address, string body) =>
        (await Assert.ThrowsAsync<AuthorizationServerException>(() => FetchAsync(address, body))).Message;

    private static async Task<(AuthorizationServerMetadata Metadata, int Requests)> FetchAsync(
        string address,
        string body
    )
    {
        using var http = new HttpClient(new Network(address, body));
        return await Discovery.FetchAsync(http, Issuer, TestContext.Current.CancellationToken);
    }

    // Answers at one address, and 404 at all others.
    private sealed class Network(string address, string body) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        ) =>
            Task.FromResult(
                request.RequestUri!.AbsoluteUri == address
                    ? new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(body) }
                    : new HttpResponseMessage(HttpStatusCode.NotFound)
            );
    }
}
