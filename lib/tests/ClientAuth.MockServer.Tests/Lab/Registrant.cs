using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Tests.Lab;

/// <summary>Registers clients as a device does: an initial access token first, then the registration, then its configuration.</summary>
internal sealed class Registrant(TestLab lab) : IDisposable
{
    private readonly HttpClient _http = lab.NewClient();

    /// <summary>A token that opens the registration endpoint once.</summary>
    public async Task<string> InitialTokenAsync(string mainClient = TestClients.Main)
    {
        var call = TestCall
            .Basic(mainClient, lab.Clients.Secret)
            .And(TokenParameters.Scope, Scopes.DynamicClientRegistration);
        return (await lab.SendAsync(call, _http)).AssertIssued().AccessToken;
    }

    public async Task<TestAnswer> RegisterAsync(string body, string? token = null) =>
        await SendAsync(
            HttpMethod.Post,
            lab.Server.Metadata.RegistrationEndpoint!,
            token ?? await InitialTokenAsync(),
            body
        );

    /// <summary>A registration that must succeed.</summary>
    public async Task<ClientMetadata> RegisteredAsync(string body)
    {
        var answer = await RegisterAsync(body);
        Assert.True(answer.Status == 201, $"{answer.Status} {answer.Body} {answer.Exchange.Trace.Failure}");
        return Read(answer);
    }

    public Task<TestAnswer> GetAsync(ClientMetadata client) => SendAsync(HttpMethod.Get, client);

    public Task<TestAnswer> DeleteAsync(ClientMetadata client) => SendAsync(HttpMethod.Delete, client);

    public Task<TestAnswer> PutAsync(ClientMetadata client, JsonObject body) =>
        SendAsync(HttpMethod.Put, client, body.ToJsonString());

    public static ClientMetadata Read(TestAnswer answer) =>
        JsonSerializer.Deserialize(answer.Body, ProtocolJson.Default.ClientMetadata)!;

    /// <summary>The body of an update: what the registration answered with, without what the server alone says.</summary>
    public static JsonObject Update(ClientMetadata client)
    {
        var body = (JsonObject)JsonSerializer.SerializeToNode(client, ProtocolJson.Default.ClientMetadata)!;
        string[] own =
        [
            "registration_access_token",
            "registration_client_uri",
            "client_secret_expires_at",
            "client_id_issued_at",
        ];
        foreach (var name in own)
        {
            body.Remove(name);
        }

        return body;
    }

    public void Dispose() => _http.Dispose();

    private Task<TestAnswer> SendAsync(HttpMethod method, ClientMetadata client, string? body = null) =>
        SendAsync(method, client.RegistrationClientUri!, client.RegistrationAccessToken!, body);

    private async Task<TestAnswer> SendAsync(HttpMethod method, string address, string token, string? body)
    {
        using var request = new HttpRequestMessage(method, address);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        request.Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await _http.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return new TestAnswer(response, text, lab.Server.Exchanges.Last!);
    }
}
