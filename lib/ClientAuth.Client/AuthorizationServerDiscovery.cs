using ClientAuth.Protocol;

namespace ClientAuth.Client;

/// <summary>Fetches what a server publishes about itself (RFC 8414 §3).</summary>
public static class AuthorizationServerDiscovery
{
    /// <summary>Fetches the metadata of an issuer and checks that it is that issuer's own (RFC 8414 §3.3).</summary>
    /// <param name="http">Made by <see cref="TokenHttp"/>.</param>
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
        using var request = new HttpRequestMessage(HttpMethod.Get, MetadataAddress(issuer));
        var call = new ServerCall(http, deadline ?? TimeSpan.FromSeconds(10), clock);
        var answer = await call.SendAsync(request, cancellationToken);
        if (answer.Status != 200)
        {
            throw answer.Unusable("where metadata comes with 200");
        }

        var metadata = answer.Read(
            ProtocolJson.Default.AuthorizationServerMetadata,
            "authorization server metadata (RFC 8414 §2)"
        );
        return string.Equals(metadata.Issuer, issuer, StringComparison.Ordinal)
            ? metadata
            : throw new AuthorizationServerException(
                $"{answer.From} names the issuer '{metadata.Issuer}', not '{issuer}'. Both must be identical, letter for letter (RFC 8414 §3.3)."
            );
    }

    // The well-known path goes between host and path of the issuer (RFC 8414 §3.1).
    private static Uri MetadataAddress(string issuer)
    {
        var address = EndpointAddress.Of(issuer, "issuer");
        var path = AuthorizationServerMetadata.WellKnownPath + address.AbsolutePath.TrimEnd('/');
        return new UriBuilder(address) { Path = path, Query = "" }.Uri;
    }
}
