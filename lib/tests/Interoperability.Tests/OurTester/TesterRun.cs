using ClientAuth.Client;
using ClientAuth.FailureCases.Tester;
using ClientAuth.Protocol;
using Interoperability.Tests.Servers;

namespace Interoperability.Tests.OurTester;

/// <summary>The tester asks a server, in this process and by its command line.</summary>
internal static class TesterRun
{
    // Nobody else uses the server: the tester need not wait between requests.
    private const string Rate = "1000";

    /// <summary>Runs every case that can be run, by clients of every method that the server publishes.</summary>
    /// <param name="server">The server.</param>
    /// <param name="last">A case that is run when the others are through; null where their order does not matter.</param>
    /// <param name="cancellationToken">Gives it up.</param>
    public static async Task<TesterReport> AskAsync(
        AskedServer server,
        string? last,
        CancellationToken cancellationToken
    )
    {
        using var http = server.Connect(method: null);
        var metadata = await AuthorizationServerDiscovery.FetchAsync(
            http,
            server.Issuer,
            server.Clock,
            AskedServer.Patience,
            cancellationToken
        );
        // The tester has no attester whom the server trusts.
        var methods = (metadata.TokenEndpointAuthMethodsSupported ?? []).Except(TokenEndpointAuthMethods.Attested);
        using var folder = new ClientsFolder(server, [.. methods]);
        string[] alias = metadata.MtlsEndpointAliases is { TokenEndpoint: { } address }
            ? ["--allow-origin", new Uri(address).GetLeftPart(UriPartial.Authority)]
            : [];
        var report = await RunAsync(folder.Write(last), alias);
        return last is null ? report : report.With(await RunAsync(folder.Write(), [.. alias, "--only", last]));

        async Task<TesterReport> RunAsync(string clients, string[] more)
        {
            var file = folder.At("report.json");
            await ServerTester.RunAsync(
                ["--clients", clients, "--rate", Rate, "--bursts", "--json", file, .. more],
                server.Clock,
                cancellationToken
            );
            return TesterReport.Read(file);
        }
    }
}
