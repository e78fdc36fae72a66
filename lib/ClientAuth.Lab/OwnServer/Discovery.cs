using System.Text.Json;
using System.Text.Json.Serialization;
using ClientAuth.Client;
using ClientAuth.Lab.OwnServer.Probing;
using ClientAuth.Protocol;

namespace ClientAuth.Lab.OwnServer;

/// <summary>Looks a foreign server's metadata up: where RFC 8414 §3.1 has it, and where OpenID Connect Discovery 1.0 §4 has it.</summary>
internal static class Discovery
{
    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(1);

    /// <summary>Where it may be, in the order in which it is asked for.</summary>
    public static IReadOnlyList<Uri> Addresses(string issuer)
    {
        var address = new Uri(issuer);
        var path = address.AbsolutePath.TrimEnd('/');
        return
        [
            new UriBuilder(address) { Path = AuthorizationServerMetadata.WellKnownPath + path }.Uri,
            new UriBuilder(address) { Path = $"{path}/.well-known/openid-configuration" }.Uri,
        ];
    }

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
        foreach (var address in Addresses(issuer))
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
        PublishedMetadata published;
        try
        {
            // The text null is JSON, and as little an object as the others that are refused here.
            published =
                JsonSerializer.Deserialize(body, PublishedJson.Default.PublishedMetadata) ?? throw new JsonException();
        }
        catch (JsonException error)
        {
            throw new AuthorizationServerException(
                $"The answer of {address} is no server metadata (RFC 8414 §2), at {error.Path ?? "$"}.",
                error
            );
        }

        return published.Issuer != issuer
            ? throw new AuthorizationServerException(
                $"{address} names the issuer '{published.Issuer}', not '{issuer}'. Both must be identical (RFC 8414 §3.3): copy the issuer from there if it is the right server."
            )
            : new AuthorizationServerMetadata
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

    private static string Endpoint(string? named, string what, Uri address) =>
        Uri.TryCreate(named, UriKind.Absolute, out var endpoint) && endpoint.Scheme == "https"
            ? named
            : throw new AuthorizationServerException(
                $"{address} names the {what} '{named}', which is no https URL. A credential must not travel without TLS."
            );
}

/// <summary>The members of it that count here. Nothing is required by this type: what is missing gets a sentence of its own.</summary>
internal sealed record PublishedMetadata
{
    public string? Issuer { get; init; }

    public string? TokenEndpoint { get; init; }

    public string? JwksUri { get; init; }

    public IReadOnlyList<string>? TokenEndpointAuthMethodsSupported { get; init; }

    public IReadOnlyList<string>? TokenEndpointAuthSigningAlgValuesSupported { get; init; }

    public PublishedAliases? MtlsEndpointAliases { get; init; }
}

/// <summary>Where clients with a certificate go (RFC 8705 §5).</summary>
internal sealed record PublishedAliases(string? TokenEndpoint);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(PublishedMetadata))]
internal sealed partial class PublishedJson : JsonSerializerContext;
