using ClientAuth.Client;
using ClientAuth.Protocol;

namespace ClientAuth.Lab.Capstone;

/// <summary>The configurations with which lesson 13 begins. They have six faults; the registrations have four: <see cref="FaultyRegistrations"/>.</summary>
internal static class FaultyApps
{
    /// <summary>As the company's developers have left them: six faults.</summary>
    public static FleetApps Of(AuthorizationServerMetadata server) =>
        new()
        {
            Server = server,
            Orders = new() { Style = SecretStyle.Basic, FormEncodes = false },
            Billing = new() { Audience = $"{server.Issuer}/", MacKey = MacKey.Base64OfText },
            // Further ahead, and exp would be refused first: it may lie five minutes ahead.
            Install = new() { Audience = server.Issuer, ClockOffset = TimeSpan.FromMinutes(3) },
            Gate = new() { Endpoint = server.TokenEndpoint },
            Phone = new() { KeepsChallenge = true },
            Scanner = new(),
        };

    /// <summary>With every fault mended.</summary>
    public static FleetApps Mended(AuthorizationServerMetadata server)
    {
        var apps = Of(server);
        Mend(apps);
        return apps;
    }

    /// <summary>What it takes.</summary>
    public static void Mend(FleetApps apps)
    {
        apps.Orders.FormEncodes = true;
        apps.Billing.MacKey = MacKey.Text;
        apps.Billing.Audience = apps.Server.Issuer;
        apps.Install.ClockOffset = TimeSpan.Zero;
        apps.Gate.Endpoint = apps.Server.MtlsEndpointAliases!.TokenEndpoint;
        apps.Phone.KeepsChallenge = false;
    }

    /// <summary>Whether a mend changes nothing.</summary>
    public static bool AreUntouchedBy(Action<FleetApps> mend)
    {
        const string Issuer = "https://login.example";
        var server = new AuthorizationServerMetadata
        {
            Issuer = Issuer,
            TokenEndpoint = $"{Issuer}/token",
            JwksUri = $"{Issuer}/jwks",
            MtlsEndpointAliases = new() { TokenEndpoint = $"{Issuer}/mtls/token" },
        };
        var apps = Of(server);
        mend(apps);
        return apps == Of(server);
    }
}
