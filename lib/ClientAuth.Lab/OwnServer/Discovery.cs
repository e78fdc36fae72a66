using ClientAuth.Client;
using ClientAuth.Lab.OwnServer.Probing;
using ClientAuth.Protocol;
using ClientAuth.Protocol.Discovery;

namespace ClientAuth.Lab.OwnServer;

/// <summary>Looks a foreign server's metadata up: where RFC 8414 §3.1 has it, and where OpenID Connect Discovery 1.0 §4 has it.</summary>
internal static class Discovery
{
    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(1);

    /// <summary>Asks one address after the other, until one answers 200. Redirects are not followed.</summary>
    /// <returns>The metadata, and how many requests it took.</returns>
    /// <exception cref="AuthorizationServerException">None has it, or it is another issuer's; the message says what to do.</exception>
    public static async Task<(AuthorizationServerMetadata Metadata, int Requests)> FetchAsync(
        HttpClient http,
        string issuer,
        CancellationToken cancellationToken
    )
    {
        List<string> seen = [];
        foreach (var address in MetadataAddresses.All(new Uri(issuer)))
        {
            using var response = await GetAsync(http, address, cancellationToken);
            seen.Add($"{address} answered {(int)response.StatusCode}");
            if ((int)response.StatusCode == 200)
            {
                var body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
                return (Read(body, address, issuer), seen.Count);
            }
        }

        throw new AuthorizationServerException(
            $"{string.Join(", ", seen)}. Check the issuer: both addresses are made from the issuer."
        );
    }

    private static async Task<HttpResponseMessage> GetAsync(
        HttpClient http,
        Uri address,
        CancellationToken cancellationToken
    )
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Deadline);
        try
        {
            return await http.GetAsync(address, limit.Token);
        }
        catch (OperationCanceledException error) when (!cancellationToken.IsCancellationRequested)
        {
            throw new AuthorizationServerException(
                $"{address} did not answer within {Deadline.TotalSeconds:0} s. Can this machine reach that address, without a proxy?",
                error
            );
        }
        catch (HttpRequestException error)
        {
            throw new AuthorizationServerException(
                $"{address} cannot be asked: {ConnectionFailure.Words(error)}",
                error
            );
        }
    }

    // Of all that RFC 8414 §2 knows, what a token request needs; jwks_uri is optional there and not asked for here.
    private static AuthorizationServerMetadata Read(byte[] body, Uri address, string issuer)
    {
        var published = Published(body, address, issuer);
        return new AuthorizationServerMetadata
        {
            Issuer = issuer,
            TokenEndpoint = Endpoint(published.TokenEndpoint, "token endpoint", address),
            JwksUri = published.JwksUri ?? "",
            TokenEndpointAuthMethodsSupported = published.TokenEndpointAuthMethodsSupported,
            TokenEndpointAuthSigningAlgValuesSupported = published.TokenEndpointAuthSigningAlgValuesSupported,
            MtlsEndpointAliases = published.MtlsEndpointAliases?.TokenEndpoint is { } alias
                ? new MtlsEndpointAliases
                {
                    TokenEndpoint = Endpoint(alias, "token endpoint for certificates", address),
                }
                : null,
        };
    }

    private static PublishedMetadata Published(byte[] body, Uri address, string issuer)
    {
        try
        {
            return PublishedMetadata.Read(body, address, issuer);
        }
        catch (FormatException error)
        {
            throw new AuthorizationServerException(error.Message, error);
        }
    }

    private static string Endpoint(string? named, string what, Uri address) =>
        Uri.TryCreate(named, UriKind.Absolute, out var endpoint) && endpoint.Scheme == "https"
            ? named
            : throw new AuthorizationServerException(
                $"{address} names the {what} '{named}', which is no https URL. A credential must not travel without TLS."
            );
}
