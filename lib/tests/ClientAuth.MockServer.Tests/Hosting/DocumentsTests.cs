using System.Net;
using System.Text.Json;
using ClientAuth.MockServer.Faults;
using ClientAuth.MockServer.Tests.Lab;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Tests.Hosting;

/// <summary>What the server says about itself (RFC 8414), and what it says where there is nothing.</summary>
public sealed class DocumentsTests
{
    [Fact]
    public async Task Metadata_is_published_below_the_issuer_and_names_both_listeners()
    {
        await using var lab = await TestLab.StartAsync();
        using var client = lab.NewClient();

        var json = await client.GetStringAsync(
            lab.Server.Issuer + "/.well-known/oauth-authorization-server",
            TestContext.Current.CancellationToken
        );

        var metadata = JsonSerializer.Deserialize(json, ProtocolJson.Default.AuthorizationServerMetadata)!;
        Assert.Matches(@"^https://localhost:\d+$", metadata.Issuer);
        Assert.Equal(lab.Server.Issuer, metadata.Issuer);
        Assert.Equal(metadata.Issuer + "/token", metadata.TokenEndpoint);
        Assert.Equal(metadata.Issuer + "/jwks", metadata.JwksUri);
        Assert.NotEqual(metadata.TokenEndpoint, metadata.MtlsEndpointAliases!.TokenEndpoint);
        Assert.Equal(metadata.Issuer + "/register", metadata.RegistrationEndpoint);
        Assert.Equal(
            metadata.MtlsEndpointAliases.TokenEndpoint.Replace("/token", "/register", StringComparison.Ordinal),
            metadata.MtlsEndpointAliases.RegistrationEndpoint
        );
        // Without an attester nobody can use the two methods that need one.
        var methods = TokenEndpointAuthMethods.All.Except(TokenEndpointAuthMethods.Attested).ToList();
        Assert.Equal(methods, metadata.TokenEndpointAuthMethodsSupported);
        Assert.Equal(methods, metadata.RevocationEndpointAuthMethodsSupported);
        Assert.Equal(methods.Skip(1), metadata.IntrospectionEndpointAuthMethodsSupported);
        Assert.Equal(
            [metadata.Issuer + "/introspect", metadata.Issuer + "/revoke", metadata.Issuer + "/par"],
            [metadata.IntrospectionEndpoint, metadata.RevocationEndpoint, metadata.PushedAuthorizationRequestEndpoint]
        );
        var mtls = metadata.MtlsEndpointAliases!.TokenEndpoint[..^"/token".Length];
        Assert.Equal(
            [mtls + "/introspect", mtls + "/revoke", mtls + "/par"],
            [
                metadata.MtlsEndpointAliases.IntrospectionEndpoint,
                metadata.MtlsEndpointAliases.RevocationEndpoint,
                metadata.MtlsEndpointAliases.PushedAuthorizationRequestEndpoint,
            ]
        );
        Assert.DoesNotContain("none", metadata.TokenEndpointAuthSigningAlgValuesSupported!);
        Assert.Equal(["dcr", "read", "write"], metadata.ScopesSupported);
        Assert.Equal([], metadata.ResponseTypesSupported);
        Assert.True(metadata.TlsClientCertificateBoundAccessTokens);
    }

    // RFC 8414 §5: clients that know OpenID Connect alone look there, and find a general OAuth server.
    [Fact]
    public async Task Metadata_is_the_same_where_clients_of_openid_connect_look()
    {
        await using var lab = await TestLab.StartAsync();
        using var client = lab.NewClient();
        var token = TestContext.Current.CancellationToken;
        var (oauth, openId) = (
            lab.Server.Issuer + "/.well-known/oauth-authorization-server",
            lab.Server.Issuer + "/.well-known/openid-configuration"
        );

        Assert.Equal(await client.GetByteArrayAsync(oauth, token), await client.GetByteArrayAsync(openId, token));

        lab.Server.Faults.Add(FaultPoint.Metadata, new Fault.Reset());
        await Assert.ThrowsAsync<HttpRequestException>(() => client.GetByteArrayAsync(openId, token));
    }

    [Fact]
    public async Task Metadata_names_the_algorithms_that_the_server_allows()
    {
        await using var lab = await TestLab.StartAsync(
            (_, options) => options with { Assertions = new() { AssertionAlgorithms = ["PS256", "ES256"] } }
        );

        Assert.Equal(["PS256", "ES256"], lab.Server.Metadata.TokenEndpointAuthSigningAlgValuesSupported);
    }

    [Fact]
    public async Task Key_set_holds_the_public_key_only()
    {
        await using var lab = await TestLab.StartAsync();
        using var client = lab.NewClient();

        var json = await client.GetStringAsync(lab.Server.Metadata.JwksUri, TestContext.Current.CancellationToken);

        var key = Assert.Single(JsonSerializer.Deserialize(json, ProtocolJson.Default.JwkSet)!.Keys);
        Assert.Equal(("EC", "P-256", "sig", "ES256"), (key.Kty, key.Crv, key.Use, key.Alg));
        Assert.Equal(key.Thumbprint(), key.Kid);
        Assert.DoesNotContain("\"d\"", json, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/jwks")]
    [InlineData("/.well-known/openid-configuration")]
    public async Task HEAD_gives_the_headers_of_the_document(string path)
    {
        await using var lab = await TestLab.StartAsync();
        using var client = lab.NewClient();
        using var request = new HttpRequestMessage(HttpMethod.Head, lab.Server.Issuer + path);

        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);

        var body = await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.True(response.Content.Headers.ContentLength > 0);
        Assert.Empty(body);
    }

    [Theory]
    [InlineData("POST", "/jwks", 405, "GET, HEAD")]
    [InlineData("POST", "/.well-known/oauth-authorization-server", 405, "GET, HEAD")]
    [InlineData("POST", "/.well-known/openid-configuration", 405, "GET, HEAD")]
    [InlineData("GET", "/nowhere", 404, null)]
    [InlineData("GET", "/", 404, null)]
    [InlineData("POST", "/token/", 404, null)]
    public async Task Everything_else_is_an_error_in_JSON(string method, string path, int status, string? allow)
    {
        await using var lab = await TestLab.StartAsync();
        using var client = lab.NewClient();
        using var request = new HttpRequestMessage(new HttpMethod(method), lab.Server.Issuer + path);

        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);

        var json = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal(
            OAuthErrors.InvalidRequest,
            JsonSerializer.Deserialize(json, ProtocolJson.Default.ErrorResponse)!.Error
        );
        Assert.Equal(allow, allow is null ? null : string.Join(", ", response.Content.Headers.Allow));
    }

    [Fact]
    public async Task Address_serves_as_well_as_the_name()
    {
        await using var lab = await TestLab.StartAsync();
        using var client = lab.NewClient();
        var port = new Uri(lab.Server.Issuer).Port;

        using var response = await client.GetAsync(
            $"https://127.0.0.1:{port}/jwks",
            TestContext.Current.CancellationToken
        );

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }
}
