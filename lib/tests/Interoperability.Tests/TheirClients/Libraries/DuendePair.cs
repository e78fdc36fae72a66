using System.Security.Cryptography;
using ClientAuth.Credentials.Clients;
using ClientAuth.Protocol;
using Duende.IdentityModel.Client;
using Interoperability.Tests.Servers;
using Interoperability.Tests.Surroundings;
using ClientAssertion = Duende.IdentityModel.Client.ClientAssertion;
using TokenResponse = Duende.IdentityModel.Client.TokenResponse;

namespace Interoperability.Tests.TheirClients.Libraries;

/// <summary>Duende.IdentityModel and this project's server.</summary>
internal sealed class DuendePair(OurServer server) : TheirClientPair(server)
{
    public static async Task<DuendePair> StartAsync() => new(await OurServer.StartAsync());

    protected override async Task<string> SayAsync(string feature, bool right, string token)
    {
        var client = Server.Clients.Of(feature, right);
        using var http = new HttpClient(Connections.Of(Server.Authority.Certificate, client.Certificate));
        var metadata = await http.GetDiscoveryDocumentAsync(
            new DiscoveryDocumentRequest
            {
                Address = Server.Issuer,
                Policy = { DiscoveryDocumentPath = AuthorizationServerMetadata.WellKnownPath[1..] },
            }
        );
        var pair = new Request(http, metadata, client, right, token);
        return metadata.IsError
            ? $"no metadata: {metadata.Error}"
            : feature switch
            {
                Feature.Dpop => await DpopAsync(pair),
                Feature.PushedRequests => await PushAsync(pair),
                Feature.Introspection => await IntrospectAsync(pair),
                Feature.Revocation => await RevokeAsync(pair),
                Feature.Registration => await RegisterAsync(pair),
                _ => Said(await TokenAsync(pair)),
            };
    }

    private Task<TokenResponse> TokenAsync(Request request, string? proof = null) =>
        request.Http.RequestClientCredentialsTokenAsync(
            With(
                new ClientCredentialsTokenRequest { Scope = InteropClients.Scope, DPoPProofToken = proof },
                request,
                request.Client.Certificate is null
                    ? request.Metadata.TokenEndpoint
                    : request.Metadata.MtlsEndpointAliases?.TokenEndpoint
            )
        );

    // The library carries a proof; the app makes it, and makes another one for the server's nonce.
    private async Task<string> DpopAsync(Request request)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var target = request.Metadata.TokenEndpoint + (request.Right ? "" : "/elsewhere");
        var first = await TokenAsync(request, AppJwts.Proof(key, target, nonce: null, Server.Clock));
        return first.DPoPNonce is { } nonce
            ? Said(await TokenAsync(request, AppJwts.Proof(key, target, nonce, Server.Clock)))
            : Said(first);
    }

    private async Task<string> PushAsync(Request request)
    {
        var response = await request.Http.PushAuthorizationAsync(
            With(
                new PushedAuthorizationRequest
                {
                    ResponseType = "code",
                    RedirectUri = InteropClients.RedirectUri,
                    Scope = InteropClients.Scope,
                },
                request,
                request.Metadata.PushedAuthorizationRequestEndpoint
            )
        );
        return response.IsError ? Refusal(response) : "pushed";
    }

    private async Task<string> IntrospectAsync(Request request)
    {
        var response = await request.Http.IntrospectTokenAsync(
            With(
                new TokenIntrospectionRequest { Token = request.Token },
                request,
                request.Metadata.IntrospectionEndpoint
            )
        );
        return response.IsError ? Refusal(response)
            : response.IsActive ? "active"
            : "inactive";
    }

    private async Task<string> RevokeAsync(Request request)
    {
        var response = await request.Http.RevokeTokenAsync(
            With(new TokenRevocationRequest { Token = request.Token }, request, request.Metadata.RevocationEndpoint)
        );
        return response.IsError ? Refusal(response) : $"revoked, then {await IntrospectAsync(request)}";
    }

    private static async Task<string> RegisterAsync(Request request)
    {
        var response = await request.Http.RegisterClientAsync(
            new DynamicClientRegistrationRequest
            {
                Address = request.Metadata.RegistrationEndpoint,
                Token = request.Token,
                Document = new DynamicClientRegistrationDocument { GrantTypes = { GrantTypes.ClientCredentials } },
            }
        );
        return response.IsError
            ? Refusal(response)
            : $"registered, {Said(await TokenOfAsync(request, response.ClientId!, response.ClientSecret!))}";
    }

    private static Task<TokenResponse> TokenOfAsync(Request request, string clientId, string secret) =>
        request.Http.RequestClientCredentialsTokenAsync(
            new ClientCredentialsTokenRequest
            {
                Address = request.Metadata.TokenEndpoint,
                ClientId = clientId,
                ClientSecret = secret,
                ClientCredentialStyle = ClientCredentialStyle.AuthorizationHeader,
            }
        );

    // Where to, and who asks.
    private T With<T>(T message, Request request, string? address)
        where T : ProtocolRequest
    {
        var client = request.Client;
        var method = client.Registration.TokenEndpointAuthMethod;
        message.Address = address;
        message.ClientId = client.Registration.ClientId;
        message.ClientCredentialStyle =
            method == TokenEndpointAuthMethods.ClientSecretBasic
                ? ClientCredentialStyle.AuthorizationHeader
                : ClientCredentialStyle.PostBody;
        if (method is TokenEndpointAuthMethods.ClientSecretJwt or TokenEndpointAuthMethods.PrivateKeyJwt)
        {
            message.ClientAssertion = new ClientAssertion
            {
                Type = ClientAssertionTypes.JwtBearer,
                Value = AppJwts.Assertion(client, Server.Clients.Right(method).KeyId, Server.Issuer, Server.Clock),
            };
        }
        else
        {
            message.ClientSecret = client.Secret?.Reveal();
        }

        return message;
    }

    private static string Said(TokenResponse response) =>
        response.IsError ? Refusal(response)
        : response.TokenType == "Bearer" ? "token"
        : $"{response.TokenType} token";

    private static string Refusal(ProtocolResponse response) =>
        response.Exception is { } exception
            ? throw exception
            : $"{(int)response.HttpStatusCode} {response.TryGet("error") ?? response.Error}";

    private sealed record Request(
        HttpClient Http,
        DiscoveryDocumentResponse Metadata,
        ProvisionedClient Client,
        bool Right,
        string Token
    );
}
