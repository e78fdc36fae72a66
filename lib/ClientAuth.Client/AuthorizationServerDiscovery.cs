using ClientAuth.Protocol;
using ClientAuth.Protocol.Discovery;

namespace ClientAuth.Client;

/// <summary>Fetches what a server publishes about itself (RFC 8414 §3).</summary>
public static class AuthorizationServerDiscovery
{
    private static readonly TimeSpan UsualDeadline = TimeSpan.FromSeconds(10);

    /// <summary>Fetches the metadata of an issuer and checks that it is that issuer's own (RFC 8414 §3.3).</summary>
    /// <param name="http">Made by <see cref="Connections.TokenHttp"/>.</param>
    /// <param name="issuer">The issuer identifier, letter for letter.</param>
    /// <param name="clock">Runs the deadline.</param>
    /// <param name="deadline">For the whole exchange; null is 10 seconds.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="AuthorizationServerException">The server was not reached, not trusted or not understood, or names another issuer.</exception>
    public static async Task<AuthorizationServerMetadata> FetchAsync(
        HttpClient http,
        string issuer,
        TimeProvider clock,
        TimeSpan? deadline = null,
        CancellationToken cancellationToken = default
    )
    {
        var call = Call(http, clock, deadline);
        var response = await GetAsync(
            call,
            MetadataAddresses.OfAuthorizationServer(EndpointAddress.Of(issuer, "issuer")),
            "metadata",
            cancellationToken
        );
        var metadata = response.Read(
            ProtocolJson.Default.AuthorizationServerMetadata,
            "authorization server metadata (RFC 8414 §2)"
        );
        return string.Equals(metadata.Issuer, issuer, StringComparison.Ordinal)
            ? metadata
            : throw new AuthorizationServerException(
                $"{response.From} names the issuer '{metadata.Issuer}', not '{issuer}'. Both must be identical, letter for letter (RFC 8414 §3.3)."
            );
    }

    /// <summary>Fetches the keys that the server signs with (RFC 7517 §5).</summary>
    /// <param name="http">Made by <see cref="Connections.TokenHttp"/>.</param>
    /// <param name="server">What the server publishes about itself.</param>
    /// <param name="clock">Runs the deadline.</param>
    /// <param name="deadline">For the whole exchange; null is 10 seconds.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="AuthorizationServerException">The server was not reached, not trusted or not understood.</exception>
    public static async Task<JwkSet> FetchKeysAsync(
        HttpClient http,
        AuthorizationServerMetadata server,
        TimeProvider clock,
        TimeSpan? deadline = null,
        CancellationToken cancellationToken = default
    )
    {
        var call = Call(http, clock, deadline);
        var address = EndpointAddress.Of(server.JwksUri, "jwks_uri");
        var response = await GetAsync(call, address, "a key set", cancellationToken);
        return response.Read(
            ProtocolJson.Default.JwkSet,
            "a key set (RFC 7517 §5)",
            alsoAs: "application/jwk-set+json"
        );
    }

    private static ServerCall Call(HttpClient http, TimeProvider clock, TimeSpan? deadline) =>
        new(
            http,
            deadline ?? UsualDeadline,
            clock,
            "Reading changes nothing at the server, so it is safe to ask again."
        );

    private static async Task<ServerResponse> GetAsync(
        ServerCall call,
        Uri address,
        string what,
        CancellationToken cancellationToken
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        var response = await call.SendAsync(request, cancellationToken);
        return response.Status == 200 ? response : throw response.Unusable($"where {what} comes with 200");
    }
}
