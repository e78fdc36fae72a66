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
