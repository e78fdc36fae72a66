using System.Security.Cryptography;
using ClientAuth.Credentials;
using ClientAuth.Credentials.Clients;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Standalone;

/// <summary>The clients of a file, each with the credential that its registration lacks.</summary>
internal sealed class ClientRoster : IDisposable
{
    private readonly List<ProvisionedClient> _clients = [];

    public IReadOnlyList<ProvisionedClient> Clients => _clients;

    /// <summary>Reads the file and makes the credentials.</summary>
    /// <exception cref="StartFailure">The file or one of its registrations is wrong; the message names it.</exception>
    public static ClientRoster Provision(string path, LabAuthority authority, TimeProvider clock)
    {
        var roster = new ClientRoster();
        try
        {
            foreach (var registration in InputFile.Read("clients", path, ClientsFile.Read))
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
