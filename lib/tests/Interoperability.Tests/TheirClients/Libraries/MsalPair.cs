using ClientAuth.Credentials.Clients;
using ClientAuth.Protocol;
using Interoperability.Tests.Servers;
using Interoperability.Tests.Surroundings;
using Microsoft.Identity.Client;

namespace Interoperability.Tests.TheirClients.Libraries;

/// <summary>MSAL and this project's server.</summary>
internal sealed class MsalPair(OurServer server) : TheirClientPair(server)
{
    public static async Task<MsalPair> StartAsync() => new(await OurServer.StartAsync());

    protected override Task<string> SayAsync(string feature, bool right, string token)
    {
        var client = Server.Clients.Of(feature, right);
        return TokenAsync(
            Server,
            client,
            application =>
                client.Secret is { } secret && feature == TokenEndpointAuthMethods.ClientSecretPost
                    ? application.WithClientSecret(secret.Reveal())
                    : application.WithClientAssertion(
                        (AssertionRequestOptions _) =>
                            Task.FromResult(
                                AppJwts.Assertion(
                                    client,
                                    Server.Clients.Right(feature).KeyId,
                                    Server.Issuer,
                                    Server.Clock
                                )
                            )
                    )
        );
    }

    /// <summary>A token for a client with the credential that MSAL is given.</summary>
    public static async Task<string> TokenAsync(
        OurServer server,
        ProvisionedClient client,
        Func<ConfidentialClientApplicationBuilder, ConfidentialClientApplicationBuilder> credential
    )
    {
        using var http = new HttpClient(Connections.Of(server.Authority.Certificate));
        var application = credential(
                ConfidentialClientApplicationBuilder
                    .Create(client.Registration.ClientId)
                    .WithOidcAuthority(server.Issuer)
                    .WithHttpClientFactory(new OneClient(http))
            )
            .Build();
        try
        {
            var result = await application.AcquireTokenForClient([InteropClients.Scope]).ExecuteAsync();
            return result.TokenType == "Bearer" ? "token" : $"{result.TokenType} token";
        }
        catch (MsalServiceException refusal)
        {
            return $"{refusal.StatusCode} {refusal.ErrorCode}";
        }
    }

    private sealed class OneClient(HttpClient http) : IMsalHttpClientFactory
    {
        public HttpClient GetHttpClient() => http;
    }
}
