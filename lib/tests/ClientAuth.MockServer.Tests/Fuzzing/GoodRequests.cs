using System.Text;
using System.Text.Json;
using ClientAuth.MockServer.Tests.Lab;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Tests.Fuzzing;

/// <summary>Good requests of every method that sends its credential in the request itself, and of a client that registers itself.</summary>
internal sealed class GoodRequests(TestLab lab) : IDisposable
{
    private const string Registration = "registration";
    private const string Grant = "grant_type=client_credentials&scope=read";

    private readonly Registrant _registrant = new(lab);

    /// <summary>What there is to damage: a token request of each of these clients, and a registration.</summary>
    public static IReadOnlyList<string> Kinds { get; } =
    [TestClients.Basic, TestClients.Post, TestClients.Mac, TestClients.Signer, Registration];

    public async Task<GoodRequest> OfAsync(string kind) =>
        kind switch
        {
            TestClients.Basic => Basic(),
            TestClients.Post => Post(),
            Registration => await RegisterAsync(),
            _ => Assertion(kind),
        };

    public void Dispose() => _registrant.Dispose();

    private GoodRequest Basic()
    {
        var pair = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{TestClients.Basic}:{lab.Clients.Secret}"));
        return new GoodRequest(Form(Grant, ("Authorization", $"Basic {pair}")), pair);
    }

    private GoodRequest Post() =>
        new(Form($"{Grant}&client_id={TestClients.Post}&client_secret={lab.Clients.Secret}"), lab.Clients.Secret);

    private GoodRequest Assertion(string client)
    {
        var compact = lab.SignedAssertion(client);
        var type = Uri.EscapeDataString(ClientAssertionTypes.JwtBearer);
        return new GoodRequest(Form($"{Grant}&client_assertion_type={type}&client_assertion={compact}"), compact);
    }

    private async Task<GoodRequest> RegisterAsync()
    {
        var token = await _registrant.InitialTokenAsync();
        var body = JsonSerializer.Serialize(
            new
            {
                client_name = "A device",
                token_endpoint_auth_method = TokenEndpointAuthMethods.PrivateKeyJwt,
                token_endpoint_auth_signing_alg = "ES256",
                grant_types = new[] { GrantTypes.ClientCredentials },
                redirect_uris = new[] { "https://app.example/callback" },
                scope = "read",
                jwks = JsonSerializer.SerializeToElement(
                    new JwkSet { Keys = [Jwk.FromPublicKey(lab.Clients.OtherKey)] },
                    ProtocolJson.Default.JwkSet
                ),
            }
        );
        return new GoodRequest(
            new WireRequest(
                "POST",
                "/register",
                body,
                [("Content-Type", "application/json"), ("Authorization", $"Bearer {token}")]
            ),
            token
        );
    }

    private static WireRequest Form(string body, params IReadOnlyList<(string Name, string Value)> headers) =>
        new("POST", "/token", body, [("Content-Type", "application/x-www-form-urlencoded"), .. headers]);
}
