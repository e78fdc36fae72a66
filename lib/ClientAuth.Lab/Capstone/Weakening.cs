using System.Globalization;
using System.Text.Json;
using ClientAuth.Protocol;

namespace ClientAuth.Lab.Capstone;

/// <summary>A change to a registration that permits more than the task asks for.</summary>
/// <param name="Client">Whose registration it is.</param>
/// <param name="Expected">What the registration may say.</param>
/// <param name="Seen">What it says.</param>
/// <param name="Hint">Why that is no mend.</param>
internal sealed record Weakening(string Client, string Expected, string Seen, string Hint)
{
    public const string NoProof =
        "A client that is registered for none proves nothing: its name is enough to speak for it. Mend what the method compares, and keep the method.";
    public const string OtherMethod = "The method is not the fault. Mend what it compares, and keep the method.";
    public const string OtherKeys =
        "Register the key that signs, and nothing else. With the old key beside it, whoever still has that one can act as this install.";
    public const string OtherGrants =
        "Name the one grant that it asks for. Another one helps only a thief of its secret, and what a server takes for grant_types left out is its own choice (RFC 7591 §3.2.1).";
    public const string WiderTemplate =
        "What a device may set, an attacker's device may set as well. The template let devices set enough.";
    public const string Else = "Each fault is one member of one registration. Take the other changes back.";

    /// <summary>A client that proves itself in another way than before.</summary>
    public static Weakening? OfMethod(FleetRegistrations before, FleetRegistrations now) =>
        All(before)
            .Zip(All(now))
            .Where(pair => pair.First.TokenEndpointAuthMethod != pair.Second.TokenEndpointAuthMethod)
            .Select(pair => new Weakening(
                OwnerOf(pair.First),
                $"{pair.First.ClientId} by {pair.First.TokenEndpointAuthMethod}",
                pair.Second.TokenEndpointAuthMethod,
                pair.Second.TokenEndpointAuthMethod == TokenEndpointAuthMethods.None ? NoProof : OtherMethod
            ))
            .FirstOrDefault();

    /// <summary>More than one key for the install, or none.</summary>
    public static Weakening? OfKeys(FleetRegistrations now) =>
        now.Install.Jwks is { Keys.Count: 1 }
            ? null
            : new(
                FleetClients.Install,
                "one key",
                string.Create(CultureInfo.InvariantCulture, $"{now.Install.Jwks?.Keys.Count ?? 0} keys"),
                OtherKeys
            );

    /// <summary>More grants for the backend of orders than the one that it uses.</summary>
    public static Weakening? OfGrants(FleetRegistrations now) =>
        now.Orders.GrantTypes is [_]
            ? null
            : new(
                FleetClients.Orders,
                "one grant",
                now.Orders.GrantTypes is { } grants ? string.Join(", ", grants) : "no grant_types",
                OtherGrants
            );

    /// <summary>A template that lets devices say more than their name and key.</summary>
    public static Weakening? OfTemplate(FleetRegistrations now) =>
        now.ScannerTemplate.SetByDevice is ["client_name", "jwks"]
            ? null
            : new(
                FleetClients.Scanner,
                "client_name and jwks, set by the device",
                string.Join(", ", now.ScannerTemplate.SetByDevice),
                WiderTemplate
            );

    /// <summary>Anything else that differs from what the operators have registered.</summary>
    public static Weakening? OfTheRest(FleetRegistrations before, FleetRegistrations now) =>
        All(before)
            .Zip(All(now))
            .Where(pair => Json(Comparable(pair.Second, pair.First)) != Json(pair.First))
            .Select(pair => new Weakening(
                OwnerOf(pair.First),
                $"{pair.First.ClientId} with the members that it had",
                "a member more, or another identifier, scope, secret or algorithm",
                Else
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

    // The board has no row for the template; it is part of the scanner.
    private static string OwnerOf(ClientMetadata client) =>
        client.ClientId == FleetClients.ScannerTemplate ? FleetClients.Scanner : client.ClientId;

    private static string Json(ClientMetadata client) =>
        JsonSerializer.Serialize(client, ProtocolJson.Default.ClientMetadata);
}
