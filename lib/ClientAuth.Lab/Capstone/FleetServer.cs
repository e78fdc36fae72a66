using ClientAuth.Client;
using ClientAuth.Lab.Testbeds;
using ClientAuth.Protocol;

namespace ClientAuth.Lab.Capstone;

/// <summary>A testbed where the fleet is registered, and the clients that ask its server for tokens.</summary>
internal sealed class FleetServer : IAsyncDisposable
{
    private readonly Testbed _lab;
    private readonly FleetCredentials _credentials;

    private FleetServer(Testbed lab, FleetCredentials credentials) => (_lab, _credentials) = (lab, credentials);

    public AuthorizationServerMetadata Published => _lab.Server.Metadata;

    /// <exception cref="ArgumentException">The server cannot work with a registration; the message names it.</exception>
    public static async Task<FleetServer> OpenAsync(
        FleetCredentials credentials,
        FleetRegistrations registrations,
        CancellationToken cancellationToken
    ) =>
        new(
            await Testbed.StartAsync(
                new TestbedOptions
                {
                    Clients = registrations.Clients,
                    Server = options =>
                        options with
                        {
                            Registration = options.Registration with
                            {
                                ClientTemplates = [registrations.ScannerTemplate],
                            },
                        },
                },
                cancellationToken
            ),
            credentials
        );

    /// <summary>Lets one client ask for a token.</summary>
    /// <param name="client">One of <see cref="FleetClients"/>.</param>
    /// <param name="apps">How it is configured.</param>
    /// <param name="cancellationToken">Gives it up.</param>
    public async Task<ClientRun> RunAsync(string client, FleetApps apps, CancellationToken cancellationToken)
    {
        var before = _lab.Server.Exchanges.Last?.Number ?? 0;
        await AskAsync(client, apps, cancellationToken);
        return new(client, [.. _lab.Server.Exchanges.Snapshot().Where(exchange => exchange.Number > before)]);
    }

    public ValueTask DisposeAsync() => _lab.DisposeAsync();

    private Task AskAsync(string client, FleetApps apps, CancellationToken cancellationToken) =>
        client switch
        {
            FleetClients.Phone => new PhoneStarts(_lab).RunAsync(apps.Phone, cancellationToken),
            FleetClients.Scanner => new ScannerStart(_lab).RunAsync(apps.Scanner, _credentials, cancellationToken),
            _ => SendAsync(client, apps, cancellationToken),
        };

    private async Task<TokenOutcome> SendAsync(string client, FleetApps apps, CancellationToken cancellationToken)
    {
        var requests = new FleetRequests(_lab, _credentials);
        var (asking, request) = client switch
        {
            FleetClients.Orders => requests.Orders(apps.Orders),
            FleetClients.Billing => requests.Billing(apps.Billing),
            FleetClients.Install => requests.Install(apps.Install),
            FleetClients.Gate => requests.Gate(apps.Gate),
            _ => throw new ArgumentException(
                $"The fleet has no client '{client}'; it has {string.Join(", ", FleetClients.All)}.",
                nameof(client)
            ),
        };
        return await asking.SendAsync(request, cancellationToken);
    }
}
