using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.KeySets;
using ClientAuth.MockServer.Options;
using ClientAuth.MockServer.Registrations;
using ClientAuth.MockServer.Registrations.Keys;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Methods;

/// <summary>A client's keys: those of its registration, or those that it publishes at its <c>jwks_uri</c> (RFC 7591 §2).</summary>
internal sealed class ClientKeys(
    KeySetDownload download,
    KeySetPolicy policy,
    IReadOnlyList<string> origins,
    KeyOptions keys
)
{
    /// <summary>The keys, or null where the check failed: they could not be had.</summary>
    /// <param name="client">Whose keys.</param>
    /// <param name="wanted">Whether a key is one that the request names; if none is, a published set is asked for anew.</param>
    /// <param name="trace">Where the check leaves its line, if the keys are elsewhere.</param>
    /// <param name="cancellationToken">Ends the waiting, not the fetch.</param>
    public async Task<IReadOnlyList<Jwk>?> FindAsync(
        RegisteredClient client,
        Func<Jwk, bool> wanted,
        CheckTrace trace,
        CancellationToken cancellationToken
    )
    {
        if (client.Metadata.JwksUri is null)
        {
            return client.Metadata.Jwks?.Keys ?? [];
        }

        var fetch = await client.KeySetCache.FindAsync(
            wanted,
            () => FetchAsync(client.Metadata),
            policy,
            cancellationToken
        );
        return trace.Check(
            Rules.KeysFetched,
            fetch.Keys is not null,
            "the key set at the client's jwks_uri",
            fetch.Seen
        )
            ? fetch.Keys?.Keys ?? []
            : null;
    }

    // The origin is judged again at the last moment: what a client may register and where the server may go are two questions.
    // Its name may resolve to any address, loopback too, since the operator has listed the name and TLS proves who answers.
    private async Task<FetchedKeys> FetchAsync(ClientMetadata client)
    {
        var uri = new Uri(client.JwksUri!);
        var origin = uri.GetLeftPart(UriPartial.Authority);
        if (uri.Scheme != Uri.UriSchemeHttps || !origins.Contains(origin))
        {
            throw new KeySetUnavailableException($"the origin {Quote.Text(origin)}, which is not in JwksUriOrigins");
        }

        var document = await download.GetAsync(uri);
        return KeySetDocument.Read(
            document,
            keys.MaximumKeysPerClient,
            key => Flaw(key, client.TokenEndpointAuthMethod)
        );
    }

    // A fetched key must be what a registered one must be. One that is not is left out, not the whole set (RFC 7517 §5).
    private string? Flaw(Jwk key, string method) =>
        method == TokenEndpointAuthMethods.SelfSignedTlsClientAuth
            ? RegisteredCertificates.Problem(key) ?? RegisteredKeys.Weakness(key, keys.MinimumRsaKeySize)
            : TrustedKeys.Flaw(key, keys.MinimumRsaKeySize);
}
