using System.Text.Json;
using System.Text.Json.Nodes;
using ClientAuth.Lab.Mistakes;
using ClientAuth.Protocol;
using ClientAuth.Visuals;

namespace ClientAuth.Lab.Capstone;

/// <summary>For each method: what is sent, what the server stores, what to check first, and what the SDKs call it.</summary>
internal static class MethodSummary
{
    private const int MistakesShown = 3;

    // What every registration has, whatever its method.
    private static readonly string[] OfEveryClient =
    [
        "client_id",
        "token_endpoint_auth_method",
        "grant_types",
        "scope",
    ];

    public static async Task<MethodSummaryView> OfAsync(CancellationToken cancellationToken)
    {
        using var credentials = new FleetCredentials();
        var registrations = FaultyRegistrations.Mended(credentials);
        await using var server = await FleetServer.OpenAsync(credentials, registrations, cancellationToken);
        var runs = new List<ClientRun>();
        foreach (var client in FleetClients.All)
        {
            runs.Add(await server.RunAsync(client, FaultyApps.Mended(server.Published), cancellationToken));
        }

        var mistakes = ClientMistakes.Load();
        var sdks = SdkNames.Load();
        return new MethodSummaryView(
            [
                .. runs.Select(run => new MethodRow(
                    FleetClients.MethodOf(run.Client),
                    SentCredential.Of(run),
                    Stored(run.Client, registrations),
                    CheckFirst(run.Client, mistakes),
                    sdks.Of(run.Client)
                )),
            ],
            "Methods, attestation and the fallback"
        );
    }

    private static string Stored(string client, FleetRegistrations registrations) =>
        client switch
        {
            FleetClients.Phone => "no credential; the app's signer, and the roots of its makers",
            FleetClients.Scanner =>
                $"a template, opened by the main client {registrations.ScannerTemplate.AuthenticateClientBy}; for each device: {string.Join(", ", registrations.ScannerTemplate.SetByDevice)}",
            _ => string.Join(", ", Members(registrations.Clients.Single(one => one.ClientId == client))),
        };

    private static IEnumerable<string> Members(ClientMetadata client) =>
        JsonNode
            .Parse(JsonSerializer.Serialize(client, ProtocolJson.Default.ClientMetadata))!
            .AsObject()
            .Select(member => member.Key)
            .Except(OfEveryClient);

    private static IReadOnlyList<string> CheckFirst(string client, ClientMistakes mistakes) =>
        [
            .. mistakes
                .Mistakes.Where(mistake => mistake.Rank is not null && mistake.Methods.Contains(Subject(client)))
                .OrderBy(mistake => mistake.Rank)
                .Take(MistakesShown)
                .Select(mistake => mistake.Title.Replace("`", "", StringComparison.Ordinal)),
        ];

    private static string Subject(string client) =>
        client == FleetClients.Scanner ? "registration" : FleetClients.MethodOf(client);
}
