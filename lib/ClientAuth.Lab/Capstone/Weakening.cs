using System.Globalization;
using System.Text.Json;
using ClientAuth.Protocol;

namespace ClientAuth.Lab.Capstone;

/// <summary>A change to a registration that makes more possible than was asked for.</summary>
/// <param name="Client">Whose registration it is.</param>
/// <param name="Expected">What the registration may say.</param>
/// <param name="Seen">What it says.</param>
internal sealed record Weakening(string Client, string Expected, string Seen)
{
    /// <summary>A client that proves itself in another way than before.</summary>
    public static Weakening? OfMethod(FleetRegistrations before, FleetRegistrations now) =>
        All(before)
            .Zip(All(now))
            .Where(pair => pair.First.TokenEndpointAuthMethod != pair.Second.TokenEndpointAuthMethod)
            .Select(pair => new Weakening(
                pair.First.ClientId,
                $"{pair.First.ClientId} by {pair.First.TokenEndpointAuthMethod}",
                pair.Second.TokenEndpointAuthMethod
            ))
            .FirstOrDefault();

    /// <summary>More than one key for the install, or none.</summary>
    public static Weakening? OfKeys(FleetRegistrations now) =>
        now.Install.Jwks is { Keys.Count: 1 }
            ? null
            : new(
                FleetClients.Install,
                "one key",
                string.Create(CultureInfo.InvariantCulture, $"{now.Install.Jwks?.Keys.Count ?? 0} keys")
            );

    /// <summary>More grants for the backend of orders than the one that it uses.</summary>
    public static Weakening? OfGrants(FleetRegistrations now) =>
        now.Orders.GrantTypes is [_]
            ? null
            : new(
                FleetClients.Orders,
                "one grant",
                now.Orders.GrantTypes is { } grants ? string.Join(", ", grants) : "no grant_types"
            );

    /// <summary>A template that lets devices say more than their name and key.</summary>
    public static Weakening? OfTemplate(FleetRegistrations now) =>
        now.ScannerTemplate.SetByDevice is ["client_name", "jwks"]
            ? null
            : new(
                FleetClients.Scanner,
                "client_name and jwks, set by the device",
                string.Join(", ", now.ScannerTemplate.SetByDevice)
            );

    /// <summary>Anything else that differs from what the operators have registered.</summary>
    public static Weakening? OfTheRest(FleetRegistrations before, FleetRegistrations now) =>
        All(before)
            .Zip(All(now))
            .Where(pair => Json(Comparable(pair.Second, pair.First)) != Json(pair.First))
            .Select(pair => new Weakening(
                pair.First.ClientId,
                $"{pair.First.ClientId} with the members that it had",
                "a member more, or another identifier, scope, secret or algorithm"
            ))
            .FirstOrDefault();

    /// <summary>The first of all kinds.</summary>
    public static Weakening? Of(FleetRegistrations before, FleetRegistrations now) =>
        OfMethod(before, now) ?? OfKeys(now) ?? OfGrants(now) ?? OfTemplate(now) ?? OfTheRest(before, now);

    private static IEnumerable<ClientMetadata> All(FleetRegistrations registrations) =>
        registrations.Clients.Append(registrations.ScannerTemplate.Client);

    // What the faults are about may change, and so may what another rule looks at.
    private static ClientMetadata Comparable(ClientMetadata now, ClientMetadata before)
    {
        var same = now with { TokenEndpointAuthMethod = before.TokenEndpointAuthMethod };
        return before.ClientId switch
        {
            FleetClients.Orders => same with { GrantTypes = before.GrantTypes },
            FleetClients.Install => same with { Jwks = before.Jwks },
            FleetClients.Gate => same with { TlsClientAuthSubjectDn = before.TlsClientAuthSubjectDn },
            _ => same,
        };
    }

    private static string Json(ClientMetadata client) =>
        JsonSerializer.Serialize(client, ProtocolJson.Default.ClientMetadata);
}
