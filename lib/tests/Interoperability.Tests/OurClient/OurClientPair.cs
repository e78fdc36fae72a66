using System.Security.Cryptography;
using ClientAuth.Client;
using ClientAuth.Client.Attestation;
using ClientAuth.Client.Dpop;
using ClientAuth.Client.Registration;
using ClientAuth.Protocol;
using ClientAuth.Protocol.Authorization;
using Interoperability.Tests.Servers;
using Interoperability.Tests.Surroundings;

namespace Interoperability.Tests.OurClient;

/// <summary>This project's client, and a server.</summary>
/// <param name="server">Runs, and is disposed of with the pair.</param>
/// <param name="metadata">What it publishes.</param>
internal sealed class OurClientPair(AskedServer server, AuthorizationServerMetadata metadata) : Pair
{
    private readonly Attester _otherAttester = new(server.Clock);

    /// <summary>The metadata comes from the server itself, by discovery.</summary>
    public static async Task<OurClientPair> MeetAsync(AskedServer server)
    {
        try
        {
            using var http = server.Connect(method: null);
            return new OurClientPair(
                server,
                await AuthorizationServerDiscovery.FetchAsync(http, server.Issuer, server.Clock, AskedServer.Patience)
            );
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    public override Task<string> DoAsync(string feature, bool right) =>
        feature switch
        {
            Feature.Dpop => DpopAsync(right),
            Feature.PushedRequests => PushAsync(right),
            Feature.Introspection => IntrospectAsync(right),
            Feature.Revocation => RevokeAsync(right),
            Feature.Registration => RegisterAsync(right),
            TokenEndpointAuthMethods.AttestJwtClientAuth => AttestAsync(right),
            TokenEndpointAuthMethods.AttestJwtClientAuthDpop => AttestBoundAsync(right),
            _ => TokenAsync(feature, right),
        };

    public override async ValueTask DisposeAsync()
    {
        _otherAttester.Dispose();
        await server.DisposeAsync();
    }

    private async Task<string> TokenAsync(string method, bool right)
    {
        using var asking = As(method, right);
        return Said(await asking.Client.RequestTokenAsync(InteropClients.Scope));
    }

    // The wrong proof is one for another address: signature and key are right.
    private async Task<string> DpopAsync(bool right)
    {
        using var asking = As(TokenEndpointAuthMethods.ClientSecretBasic, right: true);
        using var ec = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var key = new DpopKey(ec, server.Clock);
        if (right)
        {
            return Said(await asking.Client.BoundTo(key).RequestTokenAsync(InteropClients.Scope));
        }

        var request = asking.Client.Prepare(InteropClients.Scope);
        var elsewhere = key.Prove(HttpMethod.Post, new Uri(request.Endpoint, "/elsewhere"));
        return Said(await asking.Client.SendAsync(request.WithProof(elsewhere)));
    }

    private async Task<string> PushAsync(bool right)
    {
        using var asking = As(TokenEndpointAuthMethods.ClientSecretBasic, right);
        var reply = await asking.FormAsync(
            metadata.PushedAuthorizationRequestEndpoint!,
            (TokenParameters.ClientId, TokenEndpointAuthMethods.ClientSecretBasic),
            (AuthorizationParameters.ResponseType, ResponseTypes.Code),
            (AuthorizationParameters.RedirectUri, InteropClients.RedirectUri),
            (TokenParameters.Scope, InteropClients.Scope),
            // Of RFC 7636 Appendix B; some servers require PKCE of everybody.
            ("code_challenge", "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"),
            ("code_challenge_method", "S256")
        );
        return reply is { Status: 201 } && reply.Text(AuthorizationParameters.RequestUri) is { Length: > 0 }
            ? "pushed"
            : reply.Refusal;
    }

    private async Task<string> IntrospectAsync(bool right)
    {
        var token = await IssuedAsync();
        using var asking = As(TokenEndpointAuthMethods.ClientSecretBasic, right);
        return Activity(await asking.FormAsync(metadata.IntrospectionEndpoint!, ("token", token)));
    }

    private async Task<string> RevokeAsync(bool right)
    {
        var token = await IssuedAsync();
        using var asking = As(TokenEndpointAuthMethods.ClientSecretBasic, right);
        var reply = await asking.FormAsync(metadata.RevocationEndpoint!, ("token", token));
        return reply.Status == 200
            ? $"revoked, then {Activity(await asking.FormAsync(metadata.IntrospectionEndpoint!, ("token", token)))}"
            : reply.Refusal;
    }

    private async Task<string> RegisterAsync(bool right)
    {
        using var http = server.Connect(method: null);
        var registrations = new RegistrationClient(http, server.Clock) { Deadline = AskedServer.Patience };
        var outcome = await registrations.RegisterAsync(
            new Uri(metadata.RegistrationEndpoint!),
            right ? await server.InitialAccessTokenAsync() : "no-such-token",
            new ClientRegistrationRequest
            {
                TokenEndpointAuthMethod = TokenEndpointAuthMethods.ClientSecretBasic,
                GrantTypes = [GrantTypes.ClientCredentials],
                ResponseTypes = [],
                RedirectUris = [],
            }
        );
        if (outcome is RegistrationOutcome.Refused { Status: var status, Error.Error: var error })
        {
            return $"{status} {error}";
        }

        var registered = Assert.IsType<RegistrationOutcome.Registered>(outcome).Client;
        var read = Assert.IsType<RegistrationOutcome.Registered>(await registrations.ReadAsync(registered)).Client;
        var method = new ClientAuthenticationMethodConfiguration.Secret(registered.ClientSecret!);
        using var asking = Ask(read.ClientId, method);
        var token = Said(await asking.Client.RequestTokenAsync());
        return await registrations.DeleteAsync(registered) is RegistrationOutcome.Withdrawn
            ? $"registered, {token}, withdrawn"
            : "still registered";
    }

    // The library has neither method: an app of the lessons exchanges its attestation for a token.
    private async Task<string> AttestAsync(bool right)
    {
        const string ClientId = TokenEndpointAuthMethods.AttestJwtClientAuth;
        using var ec = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var asking = As(ClientId, right);
        var attestations = new AttestationClient(asking.Http, metadata, server.Clock)
        {
            Deadline = AskedServer.Patience,
        };
        var challenge = await attestations.GetChallengeAsync(new DpopKey(ec, server.Clock));
        var attester = right ? server.Attester : _otherAttester;
        var request = asking
            .Client.Prepare(InteropClients.Scope)
            .WithHeader(ProofHeaders.ClientAttestation, attester.Attest(ClientId))
            .WithHeader(ProofHeaders.ClientAttestationPop, attester.Prove(metadata.Issuer, challenge));
        return Said(await asking.Client.SendAsync(request));
    }

    // The proof that binds the token also proves the attested key; it needs the server's nonce.
    private async Task<string> AttestBoundAsync(bool right)
    {
        const string ClientId = TokenEndpointAuthMethods.AttestJwtClientAuthDpop;
        using var asking = As(ClientId, right);
        var attester = right ? server.Attester : _otherAttester;
        var bound = asking.Client.BoundTo(attester.InstanceKey());
        var first = await AskAsync();
        return Said(first is TokenOutcome.Refused { Error.Error: OAuthErrors.UseDpopNonce } ? await AskAsync() : first);

        Task<TokenOutcome> AskAsync() =>
            bound.SendAsync(
                bound
                    .Prepare(InteropClients.Scope)
                    .WithHeader(ProofHeaders.ClientAttestation, attester.Attest(ClientId))
            );
    }

    private async Task<string> IssuedAsync()
    {
        using var owner = As(TokenEndpointAuthMethods.ClientSecretBasic, right: true);
        return await owner.IssuedAsync();
    }

    private Asking As(string method, bool right)
    {
        var client = server.Clients.Of(method, right);
        return Ask(method, Methods.Of(client, server.Clients.Of(method, right: true).KeyId));
    }

    private Asking Ask(string clientId, ClientAuthenticationMethodConfiguration method) =>
        new(metadata, server.Authority, clientId, method, server.Clock);

    private static string Activity(Reply reply) =>
        reply.Status == 200 ? (reply.Text("active") == bool.TrueString ? "active" : "inactive") : reply.Refusal;

    private static string Said(TokenOutcome outcome) =>
        outcome switch
        {
            TokenOutcome.Issued { Response.TokenType: var type } => type == "Bearer" ? "token" : $"{type} token",
            TokenOutcome.Refused { Status: var status, Error.Error: var error } => $"{status} {error}",
            _ => outcome.ToString(),
        };
}
