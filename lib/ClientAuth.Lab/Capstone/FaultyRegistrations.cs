using System.Security.Cryptography;
using ClientAuth.Protocol;

namespace ClientAuth.Lab.Capstone;

/// <summary>The registrations with which lesson 13 begins. They have four faults; the configurations have six: <see cref="FaultyApps"/>.</summary>
internal static class FaultyRegistrations
{
    public static FleetRegistrations Of(FleetCredentials credentials) =>
        new()
        {
            Orders = Client(FleetClients.Orders, TokenEndpointAuthMethods.ClientSecretBasic) with
            {
                ClientSecret = credentials.Orders.Reveal(),
                GrantTypes = [GrantTypes.TokenExchange],
            },
            Billing = Client(FleetClients.Billing, TokenEndpointAuthMethods.ClientSecretJwt) with
            {
                ClientSecret = credentials.Billing.Reveal(),
                TokenEndpointAuthSigningAlg = SignatureAlgorithms.HS256,
            },
            Install = Client(FleetClients.Install, TokenEndpointAuthMethods.PrivateKeyJwt) with
            {
                TokenEndpointAuthSigningAlg = SignatureAlgorithms.ES256,
                Jwks = KeySet(credentials.OldInstall),
            },
            Gate = Client(FleetClients.Gate, TokenEndpointAuthMethods.TlsClientAuth) with
            {
                TlsClientAuthSubjectDn = "CN=depot-gate,O=Meridian Couriers",
            },
            Phone = Client(FleetClients.Phone, TokenEndpointAuthMethods.None) with
            {
                GrantTypes = [GrantTypes.TokenExchange],
            },
            Scanner = Client(FleetClients.Scanner, TokenEndpointAuthMethods.ClientSecretBasic) with
            {
                ClientSecret = credentials.Scanner.Reveal(),
                Scope = Scopes.DynamicClientRegistration,
            },
            ScannerTemplate = new ClientTemplate
            {
                Client = Client(FleetClients.ScannerTemplate, TokenEndpointAuthMethods.PrivateKeyJwt) with
                {
                    TokenEndpointAuthSigningAlg = SignatureAlgorithms.ES256,
                },
                AuthenticateClientBy = FleetClients.Orders,
                SetByDevice = ["client_name", "jwks"],
            },
            KeysOfInstall = KeySet(credentials.Install),
        };

    /// <summary>With every fault mended.</summary>
    public static FleetRegistrations Mended(FleetCredentials credentials)
    {
        var registrations = Of(credentials);
        Mend(registrations);
        return registrations;
    }

    /// <summary>What it takes.</summary>
    public static void Mend(FleetRegistrations server)
    {
        server.Orders = server.Orders with { GrantTypes = [GrantTypes.ClientCredentials] };
        server.Install = server.Install with { Jwks = server.KeysOfInstall };
        server.Gate = server.Gate with { TlsClientAuthSubjectDn = FleetCredentials.GateSubject };
        server.ScannerTemplate = server.ScannerTemplate with { AuthenticateClientBy = FleetClients.Scanner };
    }

    /// <summary>Whether a mend changes nothing.</summary>
    public static bool AreUntouchedBy(Action<FleetRegistrations> mend) => After(mend, (before, now) => before == now);

    /// <summary>Looks at registrations before and after a mend.</summary>
    public static T After<T>(Action<FleetRegistrations> mend, Func<FleetRegistrations, FleetRegistrations, T> look)
    {
        using var credentials = new FleetCredentials();
        var before = Of(credentials);
        var now = before with { };
        mend(now);
        return look(before, now);
    }

    private static ClientMetadata Client(string clientId, string method) =>
        new()
        {
            ClientId = clientId,
            TokenEndpointAuthMethod = method,
            GrantTypes = [GrantTypes.ClientCredentials],
            Scope = "read write",
        };

    private static JwkSet KeySet(ECDsa key) => new() { Keys = [Jwk.FromPublicKey(key)] };
}
