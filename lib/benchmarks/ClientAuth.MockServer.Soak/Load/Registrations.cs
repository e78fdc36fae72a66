using System.Text.Json.Nodes;
using ClientAuth.MockServer.Soak.World;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Soak.Load;

/// <summary>Clients that register themselves: some go again, some stay away, some are refused.</summary>
internal sealed class Registrations(SoakWorld world, SoakHttp plain)
{
    // Those that never came back; the operator clears the oldest out.
    private const int Kept = 20;

    private readonly Queue<string> _left = new();
    private readonly Lock _lock = new();

    public IEnumerable<RequestKind> Kinds() =>
        [
            new("registered, used, withdrawn", _ => LifeAsync(), "201 200 204"),
            new("registered and left", _ => LeaveAsync(), "201"),
            new("registered with a private key", _ => RegisterAsync(WithPrivateKey()), "400 invalid_client_metadata"),
            new("registered with 50 kB of nothing", _ => RegisterAsync(Large()), "201", "400 invalid_client_metadata"),
            new(
                "registered without a token",
                async _ => (await plain.PostJsonAsync("/register", "{}", "x")).Outcome,
                "401 invalid_token"
            ),
        ];

    private static JsonObject Good() => new() { ["client_name"] = "soak", ["scope"] = "read" };

    private static JsonObject WithPrivateKey() =>
        new()
        {
            ["token_endpoint_auth_method"] = TokenEndpointAuthMethods.PrivateKeyJwt,
            ["jwks"] = new JsonObject { ["keys"] = new JsonArray(new JsonObject { ["kty"] = "EC", ["d"] = "AA" }) },
        };

    private static JsonObject Large() => new() { ["client_name"] = new string('n', 50_000) };

    private async Task<string> LifeAsync()
    {
        var registered = await SendAsync(Good());
        if (registered.Status != 201)
        {
            return registered.Outcome;
        }

        var used = await plain.PostAsync(
            TokenForm.Path,
            TokenForm.Plain(),
            TokenForm.Basic(registered.Text("client_id")!, registered.Text("client_secret")!)
        );
        var withdrawn = await plain.SendAsync(
            HttpMethod.Delete,
            new Uri(registered.Text("registration_client_uri")!).AbsolutePath,
            content: null,
            ("Authorization", $"Bearer {registered.Text("registration_access_token")}")
        );
        return $"{registered.Outcome} {used.Outcome} {withdrawn.Outcome}";
    }

    private async Task<string> LeaveAsync()
    {
        var registered = await SendAsync(Good());
        Remember(registered);
        return registered.Outcome;
    }

    private async Task<string> RegisterAsync(JsonObject body)
    {
        var registered = await SendAsync(body);
        Remember(registered);
        return registered.Outcome;
    }

    private void Remember(SoakResponse registered)
    {
        if (registered.Status != 201)
        {
            return;
        }

        lock (_lock)
        {
            _left.Enqueue(registered.Text("client_id")!);
            if (_left.Count > Kept)
            {
                world.Server.Clients.Remove(_left.Dequeue());
            }
        }
    }

    private async Task<SoakResponse> SendAsync(JsonObject body)
    {
        var issued = await plain.PostAsync(
            TokenForm.Path,
            new Dictionary<string, string>(TokenForm.Plain())
            {
                [TokenParameters.Scope] = Scopes.DynamicClientRegistration,
            },
            TokenForm.Basic(SoakClients.Registrant, world.Secret)
        );
        return issued.Text("access_token") is { } token
            ? await plain.PostJsonAsync("/register", body.ToJsonString(), token)
            : issued;
    }
}
