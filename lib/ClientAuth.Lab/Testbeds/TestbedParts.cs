using System.Security.Cryptography.X509Certificates;
using ClientAuth.Credentials;
using ClientAuth.Credentials.Clients;
using ClientAuth.Devices;
using ClientAuth.Lab.Devices;
using ClientAuth.Lab.Repository;
using ClientAuth.MockServer;

namespace ClientAuth.Lab.Testbeds;

/// <summary>What a testbed is made of, with its server running.</summary>
internal sealed record TestbedParts(
    LabClock Clock,
    LabAuthority Authority,
    X509Certificate2 ServerCertificate,
    IReadOnlyDictionary<string, ProvisionedClient> Clients,
    LabDevices Devices,
    WorkLog Works,
    MockAuthorizationServer Server,
    AuthorizationServerOptions ServerOptions
)
{
    public static async Task<TestbedParts> StartAsync(TestbedOptions options, CancellationToken cancellationToken)
    {
        var clock = new LabClock(options.MachineClock);
        // A lesson makes certificates and lets go of them; their keys go with the testbed.
        var authority = LabAuthority.Create(
            clock,
            CertificateProfile.Authority("Client Authentication Lab Root"),
            ownsIssued: true
        );
        var ownClients = options.Clients.Count > 0;
        var registrations = ownClients ? options.Clients : ClientsFile.Read(RepositoryData.PathOf("clients.json"));
        ProvisionedClient[] provisioned =
        [
            .. registrations.Select(registration => ClientProvisioning.Provision(registration, authority, clock)),
        ];
        var works = new WorkLog();
        var devices = new LabDevices(DevicesFile.Read(RepositoryData.PathOf("devices.json")), clock, works.Add);
        var certificate = authority.Issue(options.ServerProfile);
        var defaults = new AuthorizationServerOptions
        {
            ServerCertificate = certificate,
            Clients = [.. provisioned.Select(client => client.Registration)],
            Registration = new()
            {
                ClientTemplates = ownClients
                    ? []
                    : ClientTemplatesFile.Read(RepositoryData.PathOf("client-templates.json")),
            },
            Certificates = new() { ClientAuthorities = [authority.Certificate] },
            Apps = new()
            {
                AttestedApps = LabApp.For(registrations, devices.Makers),
                AttestationStatus = devices.StatusList.Current,
            },
            Clock = clock,
        };
        var chosen = options.Server(defaults);
        // Refuses an identifier that is there twice, in words of its own.
        var server = await MockAuthorizationServer.StartAsync(chosen, cancellationToken);
        var clients = provisioned.ToDictionary(client => client.Registration.ClientId, StringComparer.Ordinal);
        return new(clock, authority, certificate, clients, devices, works, server, chosen);
    }
}
