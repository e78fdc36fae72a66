using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ClientAuth.MockServer.Tests.Lab;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Tests.Registrations;

/// <summary>A device that registers under initial access tokens bound to its key, with proofs made by hand.</summary>
internal sealed class BoundRegistrant(TestLab lab, ECDsa key) : IDisposable
{
    private readonly HttpClient _http = lab.NewClient();

    public async Task<string> InitialTokenAsync()
    {
        var call = TestCall
            .Basic(TestClients.Main, lab.Clients.Secret)
            .And(TokenParameters.Scope, Scopes.DynamicClientRegistration)
            .WithHeader(ProofHeaders.Dpop, Proof(lab.Server.Metadata.TokenEndpoint, token: null));
        var answer = await lab.SendAsync(call, _http);
        Assert.True(answer.Status == 200, $"{answer.Status} {answer.Body} {answer.Exchange.Trace.Failure}");
        return JsonSerializer.Deserialize(answer.Body, ProtocolJson.Default.TokenResponse)!.AccessToken;
    }

    public async Task<TestAnswer> RegisterAsync(string body, string? token = null)
    {
        token ??= await InitialTokenAsync();
        var address = lab.Server.Metadata.RegistrationEndpoint!;
        using var request = new HttpRequestMessage(HttpMethod.Post, address);
        request.Headers.Authorization = new AuthenticationHeaderValue(ProofHeaders.Dpop, token);
        request.Headers.TryAddWithoutValidation(ProofHeaders.Dpop, Proof(address, token));
        request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await _http.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return new TestAnswer(response, text, lab.Server.Exchanges.Last!);
    }

    /// <summary>A registration that must succeed.</summary>
    public async Task<(int Status, ClientMetadata Client)> RegisteredAsync(string body)
    {
        var answer = await RegisterAsync(body);
        Assert.True(answer.Status is 200 or 201, $"{answer.Status} {answer.Body} {answer.Exchange.Trace.Failure}");
        return (answer.Status, Registrant.Read(answer));
    }

    public void Dispose() => _http.Dispose();

    private string Proof(string address, string? token) =>
        TestProof.Sign(key, address, lab.Clock.GetUtcNow(), nonce: null, token);
}
