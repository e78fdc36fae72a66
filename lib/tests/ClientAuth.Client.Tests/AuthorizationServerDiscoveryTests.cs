namespace ClientAuth.Client.Tests;

public sealed class AuthorizationServerDiscoveryTests
{
    [Theory]
    [InlineData("https://as.example", "https://as.example/.well-known/oauth-authorization-server")]
    [InlineData("https://as.example/", "https://as.example/.well-known/oauth-authorization-server")]
    [InlineData(
        "https://as.example:8443/tenant/1",
        "https://as.example:8443/.well-known/oauth-authorization-server/tenant/1"
    )]
    public async Task The_well_known_path_stands_between_host_and_path(string issuer, string address)
    {
        using var wire = new RecordingHandler(200, Metadata(issuer));

        var metadata = await FetchAsync(wire, issuer);

        Assert.Equal(issuer, metadata.Issuer);
        Assert.Equal(address, wire.Request!.RequestUri!.ToString());
    }

    [Theory]
    [InlineData("https://as.example/")]
    [InlineData("https://AS.example")]
    [InlineData("https://evil.example")]
    public async Task Another_issuer_is_refused(string named)
    {
        using var wire = new RecordingHandler(200, Metadata(named));

        var error = await Assert.ThrowsAsync<AuthorizationServerException>(() =>
            FetchAsync(wire, "https://as.example")
        );

        Assert.Equal(
            $"https://as.example/.well-known/oauth-authorization-server names the issuer '{named}', not 'https://as.example'. "
                + "Both must be identical, letter for letter (RFC 8414 §3.3).",
            error.Message
        );
    }

    [Fact]
    public async Task An_error_page_is_no_metadata()
    {
        using var wire = new RecordingHandler(404, "no", "text/plain");

        var error = await Assert.ThrowsAsync<AuthorizationServerException>(() =>
            FetchAsync(wire, "https://as.example")
        );

        Assert.Equal(
            "https://as.example/.well-known/oauth-authorization-server answered 404 where metadata comes with 200. "
                + "Check that this is the right endpoint of an OAuth server.",
            error.Message
        );
    }

    [Fact]
    public async Task An_issuer_without_tls_is_not_asked()
    {
        using var wire = new RecordingHandler(200, "{}");

        await Assert.ThrowsAsync<AuthorizationServerException>(() => FetchAsync(wire, "http://as.example"));

        Assert.Null(wire.Request);
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/jwk-set+json")]
    public async Task Keys_come_from_the_address_that_the_metadata_names(string mediaType)
    {
        using var wire = new RecordingHandler(200, """{"keys":[{"kty":"EC","kid":"k-1"}]}""", mediaType);

        var keys = await FetchKeysAsync(wire);

        Assert.Equal("k-1", Assert.Single(keys.Keys).Kid);
        Assert.Equal("https://as.example/jwks", wire.Request!.RequestUri!.ToString());
    }

    [Theory]
    [InlineData(404, "no", "text/plain", "404 where a key set comes with 200")]
    [InlineData(200, "no", "text/plain", "200 as text/plain, where a key set (RFC 7517 §5) comes as application/json")]
    [InlineData(200, "{}", "application/json", "200 with a body that is not a key set (RFC 7517 §5), at $")]
    public async Task What_is_no_key_set_is_named(int status, string body, string mediaType, string how)
    {
        using var wire = new RecordingHandler(status, body, mediaType);

        var error = await Assert.ThrowsAsync<AuthorizationServerException>(() => FetchKeysAsync(wire));

        Assert.Equal(
            $"https://as.example/jwks answered {how}. Check that this is the right endpoint of an OAuth server.",
            error.Message
        );
    }

    private static async Task<Protocol.JwkSet> FetchKeysAsync(RecordingHandler wire)
    {
        using var http = new HttpClient(wire, disposeHandler: false);
        return await AuthorizationServerDiscovery.FetchKeysAsync(
            http,
            AnyServer.Metadata,
            TimeProvider.System,
            cancellationToken: TestContext.Current.CancellationToken
        );
    }

    private static string Metadata(string issuer) =>
        $$"""{"issuer":"{{issuer}}","token_endpoint":"https://as.example/token","jwks_uri":"https://as.example/jwks"}""";

    private static async Task<Protocol.AuthorizationServerMetadata> FetchAsync(RecordingHandler wire, string issuer)
    {
        using var http = new HttpClient(wire, disposeHandler: false);
        return await AuthorizationServerDiscovery.FetchAsync(
            http,
            issuer,
            TimeProvider.System,
            cancellationToken: TestContext.Current.CancellationToken
        );
    }
}
