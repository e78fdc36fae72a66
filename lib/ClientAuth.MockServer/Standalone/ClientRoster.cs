using System.Security.Cryptography;
using ClientAuth.Credentials;
using ClientAuth.Credentials.Clients;
using ClientAuth.MockServer.Standalone.Exits;
using ClientAuth.MockServer.Standalone.Files;
using ClientAuth.MockServer.Standalone.Nodes;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Standalone;

/// <summary>The clients of a file, each with the credential that its registration lacks.</summary>
internal sealed class ClientRoster : IDisposable
{
    private readonly List<ProvisionedClient> _clients = [];

    public IReadOnlyList<ProvisionedClient> Clients => _clients;

    /// <summary>Reads the file and makes the credentials; where the server is one of several nodes, clients bring them all.</summary>
    /// <exception cref="StartFailure">The file or one of its registrations is wrong; the message names it.</exception>
    public static async Task<ClientRoster> ProvisionAsync(
        string path,
        InputFile files,
        LabAuthority authority,
        TimeProvider clock,
        bool isNode
    )
    {
        var registrations = await files.ReadAsync("clients", path, ClientsFile.Read);
        if (isNode)
        {
            Node.RequireOwnCredentials(registrations, path);
        }

        var roster = new ClientRoster();
        try
        {
            foreach (var registration in registrations)
            {
                roster._clients.Add(Provision(path, registration, authority, clock));
            }

            return roster;
        }
        catch
        {
            roster.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        foreach (var client in _clients)
        {
            client.Dispose();
        }
    }

    // What a registration names may be no name that a certificate can hold.
    private static ProvisionedClient Provision(
        string path,
        ClientMetadata registration,
        LabAuthority authority,
        TimeProvider clock
    )
    {
        try
        {
            return ClientProvisioning.Provision(registration, authority, clock);
        }
        catch (Exception e) when (e is ArgumentException or CryptographicException)
        {
            throw StartFailure.Usage(
                $"{path}: client '{registration.ClientId}': no credential can be made for it: {e.Message}",
                e
            );
        }
    }
}
