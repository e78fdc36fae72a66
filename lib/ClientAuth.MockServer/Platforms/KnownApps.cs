using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Options;
using ClientAuth.MockServer.Registrations;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Platforms;

/// <summary>The apps that may attest themselves, by client.</summary>
internal sealed class KnownApps(IReadOnlyList<AttestedApp> apps, RegisteredClients clients)
{
    /// <summary>The app, or null where the check failed. Who the client is nobody has proven yet; the evidence does.</summary>
    public AttestedApp? Find(string clientId, CheckTrace trace)
    {
        var app = apps.FirstOrDefault(app => app.ClientId == clientId);
        var problem = Problem(clientId, app);
        return trace.Check(
            Rules.DeviceClient,
            problem is null,
            "a client without authentication whose app attests itself",
            problem ?? Quote.Text(clientId)
        )
            ? app
            : null;
    }

    private string? Problem(string clientId, AttestedApp? app) =>
        clients.Get(clientId) switch
        {
            null => Quote.Identifier(clientId, clients.Has),
            { IsDisabled: true } => $"{Quote.Text(clientId)}, which is switched off",
            { Metadata.TokenEndpointAuthMethod: not TokenEndpointAuthMethods.None and var method } =>
                $"{Quote.Text(clientId)}, registered for {method}",
            _ when app is null => $"{Quote.Text(clientId)}, which has no such app",
            _ => null,
        };
}
