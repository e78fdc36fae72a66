using System.Net;
using ClientAuth.Credentials;
using ClientAuth.MockServer.Options;
using ClientAuth.MockServer.Testing;
using ClientAuth.Protocol;
using Microsoft.Extensions.Time.Testing;

namespace ClientAuth.MockServer.Tests.Testing;

/// <summary>The server as the tests of another project start it.</summary>
public sealed class TestAuthorizationServerTests
{
    private const string Subject = "CN=my-app";

    private static readonly ClientMetadata Client = new()
    {
        ClientId = "my-app",
        TokenEndpointAuthMethod = TokenEndpointAuthMethods.TlsClientAuth,
        TlsClientAuthSubjectDn = Subject,
        GrantTypes = [GrantTypes.ClientCredentials],
    };

    // A FakeTimeProvider begins in the year 2000, when no certificate of the machine's time was valid.
    [Fact]
    public async Task Certificate_of_its_authority_authenticates_a_client_whatever_the_clock_of_the_test_says()
    {
        await using var test = await TestAuthorizationServer.StartAsync(
            new FakeTimeProvider(),
            cancellationToken: TestContext.Current.CancellationToken
        );
        test.Server.Clients.Register(Client);
        using var http = test.CreateHttpClient(test.Authority.Issue(CertificateProfile.Client(Subject)));

        Assert.Equal(HttpStatusCode.OK, await AskAsync(test, http));
        Assert.Equal(Subject, test.Server.Exchanges.Last!.Tls!.ClientCertificate!.Subject);
    }

    [Fact]
    public async Task Http_client_without_a_certificate_presents_none()
    {
        await using var test = await TestAuthorizationServer.StartAsync(
            TimeProvider.System,
            cancellationToken: TestContext.Current.CancellationToken
        );
        test.Server.Clients.Register(Client);
        using var http = test.CreateHttpClient();

        Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync(test, http));
        Assert.Null(test.Server.Exchanges.Last!.Tls!.ClientCertificate);
    }

    [Fact]
    public async Task Options_are_those_that_the_test_gives_and_a_wrong_one_is_named()
    {
        await using var test = await TestAuthorizationServer.StartAsync(
            TimeProvider.System,
            options => options with { Issuer = "https://as.example.com", Clients = [Client] },
            TestContext.Current.CancellationToken
        );

        var wrong = await Assert.ThrowsAsync<InvalidOptionException>(() =>
            TestAuthorizationServer.StartAsync(
                TimeProvider.System,
                options => options with { Port = -1 },
                TestContext.Current.CancellationToken
            )
        );

        Assert.Equal("https://as.example.com", test.Server.Issuer);
        Assert.NotNull(test.Server.Clients.Find("my-app"));
        Assert.Equal("Port is -1; it must be 0 to 65535.", wrong.Message);
    }

    private static async Task<HttpStatusCode> AskAsync(TestAuthorizationServer test, HttpClient http)
    {
        using var form = new FormUrlEncodedContent([
            new(TokenParameters.GrantType, GrantTypes.ClientCredentials),
            new(TokenParameters.ClientId, "my-app"),
        ]);
        using var response = await http.PostAsync(
            test.Server.Metadata.MtlsEndpointAliases!.TokenEndpoint,
            form,
            TestContext.Current.CancellationToken
        );
        return response.StatusCode;
    }
}
