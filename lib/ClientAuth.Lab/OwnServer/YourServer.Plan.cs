using System.Globalization;
using ClientAuth.Lab.OwnServer.Mistakes;
using ClientAuth.Lab.OwnServer.Probing;
using ClientAuth.Visuals;

namespace ClientAuth.Lab.OwnServer;

/// <summary>What the second step would send. It is agreed to by itself, since only discovery says where credentials go.</summary>
public sealed partial class YourServer
{
    private const string DiscoveryFirst = "only discovery tells where these requests go: agree to discovery first";

    private Consent ToRequests => new("RequestsTo", _probed!.Metadata.TokenEndpoint, IsForeign);

    /// <summary>What would be sent with credentials: for each client its address, its good request and its mistakes.</summary>
    /// <param name="requestsTo">The token endpoint's address, where the learner agrees; else empty.</param>
    /// <exception cref="Settings.OwnServerSettingsException">It is another address.</exception>
    public FactsView PlanOfRequests(string requestsTo)
    {
        if (_probed is not { Metadata: var metadata })
        {
            return Nothing(DiscoveryFirst);
        }

        var mistakes = CommonMistakes.Asked.ToLookup(mistake => mistake.ClientOf(Usable), mistake => mistake.Row);
        var refused = Usable.Sum(client => mistakes[client].Count());
        return new FactsView(
            string.Create(
                CultureInfo.InvariantCulture,
                $"Plan: {Usable.Count()} good {(Usable.Count() == 1 ? "request" : "requests")} and {refused} with a mistake"
            ),
            [
                .. _settings.Clients.Select(client => (client.ClientId, PlanOf(client, [.. mistakes[client]]))),
                (
                    "Refusals",
                    "the server should refuse each of them but number 8, and may lock a client or an address out for that: use "
                        + "clients that are there for tests"
                ),
                ("Tokens", "dropped at once, and not used"),
                ("Each run", "of the cells below sends its part again"),
                ("Consent", ToRequests.Words(requestsTo)),
            ]
        );

        string PlanOf(ProbedClient client, IReadOnlyList<int> rows)
        {
            var address = client.HasCertificate ? metadata.MtlsEndpointAliases?.TokenEndpoint : null;
            return !Usable.Contains(client)
                ? $"nothing: the server does not announce {client.MethodName}"
                : $"by {client.MethodName}, POST {address ?? metadata.TokenEndpoint}: 1 good request"
                    + (rows.Count == 0 ? "" : $", and mistakes {string.Join(", ", rows)}");
        }
    }

    /// <summary>What has been sent, to hold against the plans.</summary>
    public FactsView Account() =>
        new(
            "What was sent",
            ("To", Issuer),
            ("For discovery", Count(_discoveryRequests)),
            ("In the name of clients", Count(Sent - _discoveryRequests))
        );

    private string? ReasonForSilence(string requestsTo) =>
        _probed is null ? DiscoveryFirst
        : ToRequests.IsGivenBy(requestsTo) ? null
        : ToRequests.Words(requestsTo);

    private static string Count(int requests) =>
        string.Create(CultureInfo.InvariantCulture, $"{requests} {(requests == 1 ? "request" : "requests")}");
}
