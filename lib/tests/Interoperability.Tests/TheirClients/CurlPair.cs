using System.Text.Json;
using ClientAuth.Credentials;
using ClientAuth.Credentials.Clients;
using ClientAuth.MockServer.Standalone.Tests.Processes;
using ClientAuth.Protocol;
using Interoperability.Tests.Servers;
using Interoperability.Tests.Surroundings;

namespace Interoperability.Tests.TheirClients;

/// <summary>curl and this project's server. Certificates and keys lie in a folder that is removed with this object.</summary>
internal sealed class CurlPair : TheirClientPair
{
    private const string Registration =
        """{"token_endpoint_auth_method":"client_secret_basic","grant_types":["client_credentials"]}""";

    private readonly TemporaryFolder _folder = new();
    private readonly string _authority;

    private CurlPair(OurServer server)
        : base(server)
    {
        _authority = _folder.File("authority.pem");
        PemFile.WriteCertificates(_authority, server.Authority.Certificate);
    }

    private AuthorizationServerMetadata Metadata => Server.Metadata;

    public static async Task<CurlPair> StartAsync()
    {
        await Curl.RequireOpenSslAsync();
        return new CurlPair(await OurServer.StartAsync());
    }

    public override ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return base.DisposeAsync();
    }

    protected override async Task<string> SayAsync(string feature, bool right, string token)
    {
        var client = Server.Clients.Of(feature, right);
        var credential = await CurlCredential.OfAsync(
            client,
            Server.Clients.Right(client.Registration.ClientId),
            Server.Issuer,
            _folder
        );
        return feature switch
        {
            Feature.PushedRequests => await PushAsync(credential),
            Feature.Introspection => await IntrospectAsync(credential, token),
            Feature.Revocation => await RevokeAsync(credential, token),
            Feature.Registration => await RegisterAsync(token),
            _ => await TokenAsync(client, credential),
        };
    }

    private async Task<string> TokenAsync(ProvisionedClient client, IEnumerable<(string, string)> credential)
    {
        var endpoint = client.Certificate is null
            ? Metadata.TokenEndpoint
            : Metadata.MtlsEndpointAliases!.TokenEndpoint;
        var response = await PostAsync(
            endpoint,
            [.. credential, Data("grant_type", GrantTypes.ClientCredentials), Data("scope", InteropClients.Scope)]
        );
        return response.Status == 200 ? Word(response.Json.GetProperty("token_type")) : Refusal(response);
    }

    private async Task<string> PushAsync(IEnumerable<(string, string)> credential)
    {
        var response = await PostAsync(
            Metadata.PushedAuthorizationRequestEndpoint!,
            [
                .. credential,
                Data("client_id", TokenEndpointAuthMethods.ClientSecretBasic),
                Data("response_type", "code"),
                Data("redirect_uri", InteropClients.RedirectUri),
                Data("scope", InteropClients.Scope),
            ]
        );
        return response.Status == 201 && response.Json.TryGetProperty("request_uri", out _)
            ? "pushed"
            : Refusal(response);
    }

    private async Task<string> IntrospectAsync(IEnumerable<(string, string)> credential, string token)
    {
        var response = await PostAsync(Metadata.IntrospectionEndpoint!, [.. credential, Data("token", token)]);
        return response.Status == 200
            ? response.Json.GetProperty("active").GetBoolean()
                ? "active"
                : "inactive"
            : Refusal(response);
    }

    private async Task<string> RevokeAsync(IReadOnlyList<(string, string)> credential, string token)
    {
        var response = await PostAsync(Metadata.RevocationEndpoint!, [.. credential, Data("token", token)]);
        return response.Status == 200 ? $"revoked, then {await IntrospectAsync(credential, token)}" : Refusal(response);
    }

    private async Task<string> RegisterAsync(string initialAccessToken)
    {
        var response = await PostAsync(
            Metadata.RegistrationEndpoint!,
            [
                ("oauth2-bearer", initialAccessToken),
                ("header", "Content-Type: application/json"),
                ("data-binary", Registration),
            ]
        );
        if (response.Status != 201)
        {
            return Refusal(response);
        }

        var pair = $"{response.Json.GetProperty("client_id")}:{response.Json.GetProperty("client_secret")}";
        var token = await PostAsync(
            Metadata.TokenEndpoint,
            [("user", pair), Data("grant_type", GrantTypes.ClientCredentials)]
        );
        return token.Status == 200 ? $"registered, {Word(token.Json.GetProperty("token_type"))}" : Refusal(token);
    }

    private Task<CurlResponse> PostAsync(string endpoint, IEnumerable<(string, string)> options) =>
        Curl.SendAsync(_authority, endpoint, options);

    private static (string, string) Data(string name, string value) => ("data-urlencode", $"{name}={value}");

    private static string Word(JsonElement tokenType) =>
        tokenType.GetString() == "Bearer" ? "token" : $"{tokenType} token";

    private static string Refusal(CurlResponse response) =>
        $"{response.Status} {response.Json.GetProperty("error").GetString()}";
}
