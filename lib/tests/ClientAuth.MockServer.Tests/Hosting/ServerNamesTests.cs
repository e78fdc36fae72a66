using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text.Json;
using ClientAuth.Credentials;
using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Options;
using ClientAuth.MockServer.Tests.Lab;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Tests.Hosting;

/// <summary>
/// A client may come by any name of the server's certificate: what it says about the address is compared with the address that it used. The
/// tests connect to loopback and send that name in Host, as a client does whose network leads the name here.
/// </summary>
public sealed class ServerNamesTests : IDisposable
{
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public void Dispose() => _key.Dispose();

    [Theory]
    [InlineData("localhost:{port}", "https://localhost:{port}")]
    [InlineData("LOCALHOST:{port}", "https://localhost:{port}")]
    [InlineData("127.0.0.1:{port}", "https://127.0.0.1:{port}")]
    [InlineData("[::1]:{port}", "https://[::1]:{port}")]
    [InlineData("10.0.2.2:{port}", "https://10.0.2.2:{port}")]
    public async Task Dpop_proof_for_the_address_that_the_client_used_is_accepted_on_both_listeners(
        string host,
        string origin
    )
    {
        await using var lab = await StartAsync();
        foreach (var call in Calls(lab))
        {
            var answer = await SendAsync(lab, call, host, origin);

            Assert.True(answer.Status == 200, $"{answer.Body} {answer.Exchange.Trace.Failure}");
            Assert.Contains("\"token_type\":\"DPoP\"", answer.Body, StringComparison.Ordinal);
        }
    }

    [Theory]
    // Another name of the server than the one that was used.
    [InlineData("127.0.0.1:{port}", "https://localhost:{port}", "'https://127.0.0.1:{port}/token'")]
    [InlineData("localhost:{port}", "https://127.0.0.1:{port}", "'https://localhost:{port}/token'")]
    // Another server: what Host claims proves nothing.
    [InlineData("evil.example:{port}", "https://evil.example:{port}", "'https://localhost:{port}/token'")]
    [InlineData(
        "localhost.evil.example:{port}",
        "https://localhost.evil.example:{port}",
        "'https://localhost:{port}/token'"
    )]
    [InlineData("127.0.0.2:{port}", "https://127.0.0.2:{port}", "'https://localhost:{port}/token'")]
    // Another server of this machine.
    [InlineData("localhost:1", "https://localhost:1", "'https://localhost:{port}/token'")]
    [InlineData("127.0.0.1", "https://127.0.0.1", "'https://localhost:{port}/token'")]
    public async Task Dpop_proof_for_another_address_is_refused(string host, string origin, string expected)
    {
        await using var lab = await StartAsync();
        foreach (var call in Calls(lab))
        {
            var answer = await SendAsync(lab, call, host, origin);

            answer.AssertRefused(400, OAuthErrors.InvalidDpopProof, Rules.DpopHtu.Name);
            Assert.Equal(AtPort(expected, lab, call), answer.Exchange.Trace.Failure!.Expected);
        }
    }

    // RFC 7523 §3 (3): the URL of the token endpoint may identify the server, and it has one for each name.
    [Theory]
    [InlineData(AudiencePolicy.Legacy)]
    [InlineData(AudiencePolicy.TokenEndpointOnly)]
    public async Task Token_endpoint_by_another_name_is_an_audience_where_a_token_endpoint_is_one(AudiencePolicy policy)
    {
        await using var lab = await StartAsync(o => o with { Assertions = new() { AudiencePolicy = policy } });
        foreach (var origin in new[] { "https://10.0.2.2:{port}", "https://127.0.0.1:{port}", "https://[::1]:{port}" })
        {
            (await AssertAudienceAsync(lab, AtPort(origin + "/token", lab, new TestCall()))).AssertIssued();
        }

        var unknown = await AssertAudienceAsync(lab, AtPort("https://10.0.2.3:{port}/token", lab, new TestCall()));
        unknown.AssertInvalidClient(Rules.Aud.Name);
        var elsewhere = await AssertAudienceAsync(lab, "https://10.0.2.2:1/token");
        elsewhere.AssertInvalidClient(Rules.Aud.Name);
        var otherPath = await AssertAudienceAsync(lab, AtPort("https://10.0.2.2:{port}/par", lab, new TestCall()));
        otherPath.AssertInvalidClient(Rules.Aud.Name);
    }

    // A server has one issuer identifier (RFC 8414 §2), whatever name a client came by.
    [Fact]
    public async Task Issuer_by_another_name_is_no_audience()
    {
        await using var lab = await StartAsync();

        var answer = await AssertAudienceAsync(lab, AtPort("https://127.0.0.1:{port}", lab, new TestCall()));

        answer.AssertInvalidClient(Rules.Aud.Name);
    }

    [Theory]
    [InlineData("10.0.2.2", "https://10.0.2.2:")]
    [InlineData("::1", "https://[::1]:")]
    public async Task Server_publishes_the_name_that_it_was_given(string name, string origin)
    {
        await using var lab = await StartAsync(o => o with { HostName = name });
        using var client = lab.NewClient();
        var port = new Uri(lab.Server.Issuer).Port;

        var json = await client.GetStringAsync(
            $"https://localhost:{port}/.well-known/oauth-authorization-server",
            TestContext.Current.CancellationToken
        );

        var metadata = JsonSerializer.Deserialize(json, ProtocolJson.Default.AuthorizationServerMetadata)!;
        Assert.Equal($"{origin}{port}", metadata.Issuer);
        using var document = JsonDocument.Parse(json);
        string[] addresses =
        [
            .. document
                .RootElement.EnumerateObject()
                .Concat(document.RootElement.GetProperty("mtls_endpoint_aliases").EnumerateObject())
                .Where(member => member.Value.ValueKind == JsonValueKind.String)
                .Select(member => member.Value.GetString()!),
        ];
        Assert.Equal(13, addresses.Length);
        Assert.All(addresses, address => Assert.StartsWith(origin, address, StringComparison.Ordinal));
        var assertion = lab.Assertion(TestClients.Signer);
        using var request = lab.Message(TestCall.Asserting(assertion.Sign(lab.Clients.Key)));
        request.RequestUri = new Uri($"https://localhost:{port}/token");
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(200, (int)response.StatusCode);
    }

    private static Task<TestLab> StartAsync(
        Func<AuthorizationServerOptions, AuthorizationServerOptions>? change = null
    ) =>
        TestLab.StartAsync(
            (lab, options) =>
                (change ?? (o => o))(
                    options with
                    {
                        // The lab's own certificate lives as long as the lab; this one as long as its authority, which is enough here.
                        ServerCertificate = lab.Authority.Issue(
                            CertificateProfile.Server("localhost", "127.0.0.1", "::1", "10.0.2.2")
                        ),
                        Proofs = new() { DpopNonces = NoncePolicy.NotUsed },
                    }
                )
        );

    private static IEnumerable<TestCall> Calls(TestLab lab) =>
        [
            TestCall.Basic(TestClients.Basic, lab.Clients.Secret),
            TestCall.Basic(TestClients.Basic, lab.Clients.Secret) with
            {
                Certificate = lab.Clients.Certificate,
            },
        ];

    private async Task<TestAnswer> SendAsync(TestLab lab, TestCall call, string host, string origin)
    {
        var token = TestContext.Current.CancellationToken;
        using var handler = lab.NewHandler();
        // HttpClient looks for the name in Host in the certificate, and some of these are not there. So TLS is made below it.
        handler.ConnectCallback = (context, cancelled) => ConnectAsync(lab, context.DnsEndPoint.Port, cancelled);
        using var client = new HttpClient(handler);
        var proof = TestProof.Sign(_key, AtPort(origin + "/token", lab, call), lab.Clock.GetUtcNow(), nonce: null);
        using var request = lab.Message(
            call.WithHeader("Host", AtPort(host, lab, call)).WithHeader(ProofHeaders.Dpop, proof)
        );
        request.RequestUri = new UriBuilder(request.RequestUri!) { Scheme = Uri.UriSchemeHttp }.Uri;
        using var response = await client.SendAsync(request, token);
        var body = await response.Content.ReadAsStringAsync(token);
        return new TestAnswer(response, body, lab.Server.Exchanges.Last!);
    }

    private static async ValueTask<Stream> ConnectAsync(TestLab lab, int port, CancellationToken cancelled)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(IPAddress.Loopback, port, cancelled);
        var tls = new SslStream(new NetworkStream(socket, ownsSocket: true));
        using var handler = lab.NewHandler();
        handler.SslOptions.TargetHost = "localhost";
        await tls.AuthenticateAsClientAsync(handler.SslOptions, cancelled);
        return tls;
    }

    private static Task<TestAnswer> AssertAudienceAsync(TestLab lab, string audience)
    {
        var assertion = lab.Assertion(TestClients.Signer);
        assertion.Claims["aud"] = audience;
        return lab.SendAsync(TestCall.Asserting(assertion.Sign(lab.Clients.Key)));
    }

    private static string AtPort(string text, TestLab lab, TestCall call)
    {
        var endpoint = call.Certificate is null
            ? lab.Server.Metadata.TokenEndpoint
            : lab.Server.Metadata.MtlsEndpointAliases!.TokenEndpoint;
        return text.Replace("{port}", $"{new Uri(endpoint).Port}", StringComparison.Ordinal);
    }
}
