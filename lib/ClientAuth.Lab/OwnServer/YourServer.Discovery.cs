using ClientAuth.Client;
using ClientAuth.Client.Connections;
using ClientAuth.Lab.OwnServer.Probing;
using ClientAuth.Protocol;
using ClientAuth.Protocol.Discovery;
using ClientAuth.Visuals;

namespace ClientAuth.Lab.OwnServer;

/// <summary>The first step: what the server says about itself. No credential is sent.</summary>
public sealed partial class YourServer
{
    private Consent ToDiscovery => new("SendTo", Issuer, IsForeign);

    /// <summary>What discovery would send.</summary>
    /// <param name="sendTo">The issuer's address, where the learner agrees; else empty.</param>
    /// <exception cref="Settings.OwnServerSettingsException">It is another address.</exception>
    public FactsView PlanOfDiscovery(string sendTo)
    {
        var addresses = MetadataAddresses.All(new Uri(Issuer));
        return new(
            "Plan: discovery",
            ("Sends", $"GET {addresses[0]}"),
            ("If it is not there", $"GET {addresses[1]}"),
            ("Requests", "1 or 2 each time the next cell runs; redirects are not followed"),
            ("Credentials", "none"),
            ("Consent", ToDiscovery.Words(sendTo))
        );
    }

    /// <summary>Fetches the metadata, if the learner agrees, and shows it beside the lab's.</summary>
    /// <param name="sendTo">The issuer's address, where the learner agrees; else empty.</param>
    /// <param name="lab">The metadata to compare with.</param>
    /// <param name="cancellationToken">Gives it up.</param>
    /// <exception cref="Settings.OwnServerSettingsException">It is another address.</exception>
    /// <exception cref="AuthorizationServerException">The server was not reached, not trusted or not understood.</exception>
    public async Task<View> DiscoverAsync(
        string sendTo,
        AuthorizationServerMetadata lab,
        CancellationToken cancellationToken = default
    )
    {
        if (!ToDiscovery.IsGivenBy(sendTo))
        {
            return Nothing(ToDiscovery.Words(sendTo));
        }

        using var http = TokenHttp.Create(_settings.Trust, method: null, _clock);
        var (metadata, requests) = await Discovery.FetchAsync(http, Issuer, cancellationToken);
        _discoveryRequests += requests;
        _earlierRequests += _probed?.Sent ?? 0;
        _probed?.Dispose();
        _tokens.Clear();
        _probed = new ProbedServer(metadata, _settings.Trust, _settings.Clients, _settings.Scope, _clock);
        return new TableView(
            "What both servers say about themselves",
            "Before any credential is sent",
            ["Member", "Your server", "The lab's server"],
            ["issuer", metadata.Issuer, lab.Issuer],
            ["token_endpoint", metadata.TokenEndpoint, lab.TokenEndpoint],
            ["mtls_endpoint_aliases", Alias(metadata), Alias(lab)],
            ["methods", List(metadata.TokenEndpointAuthMethodsSupported), List(lab.TokenEndpointAuthMethodsSupported)],
            [
                "signing algorithms",
                List(metadata.TokenEndpointAuthSigningAlgValuesSupported),
                List(lab.TokenEndpointAuthSigningAlgValuesSupported),
            ]
        );
    }

    private static FactsView Nothing(string why) => new("Nothing was sent", ("Why", why));

    private static string Alias(AuthorizationServerMetadata metadata) =>
        metadata.MtlsEndpointAliases?.TokenEndpoint ?? "not announced";

    private static string List(IReadOnlyList<string>? values) =>
        values is null ? "not announced" : string.Join(", ", values);
}
