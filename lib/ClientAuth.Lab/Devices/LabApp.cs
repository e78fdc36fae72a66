using ClientAuth.Devices;
using ClientAuth.MockServer.Options;
using ClientAuth.Protocol;

namespace ClientAuth.Lab.Devices;

/// <summary>The app that the lab's phones run, as its owner has told the server: once as people use it, once as developers do.</summary>
internal static class LabApp
{
    public const string ClientId = "mobile-app";
    public const string DebugClientId = "mobile-app-debug";

    /// <summary>What devices register with that cannot attest, and the client that opens it.</summary>
    public const string TemplateId = "mobile-app-device-key";
    public const string MainClientId = "mobile-app-jwt-asymmetric";

    public static AndroidApp Android { get; } =
        new("com.example.mobileapp", ["xK8zzdkE08eIMOm9BG/Wju8dJvXGFNJVM+f5R1CQUXQ="]);

    private static readonly AppleApp Apple = new("A1B2C3D4E5.com.example.mobileapp");

    /// <summary>What the server is told, for those of the two clients that are registered as an app that attests itself is.</summary>
    public static IReadOnlyList<AttestedApp> For(IEnumerable<ClientMetadata> clients, DeviceMakers makers)
    {
        var registered = clients.Where(IsAttested).Select(client => client.ClientId).ToHashSet(StringComparer.Ordinal);
        AttestedApp[] apps =
        [
            new(ClientId, AttestationPolicy.Production(makers.AndroidRoots, [makers.AppleRoot])),
            new(
                DebugClientId,
                AttestationPolicy.EmulatorFriendly(
                    [.. makers.AndroidRoots, makers.AndroidSoftwareRoot],
                    [makers.AppleRoot]
                )
            ),
        ];
        return
        [
            .. apps.Where(app => registered.Contains(app.ClientId))
                .Select(app => app with { Android = Android, Apple = Apple }),
        ];
    }

    // A lesson may give the name to a client of its own.
    private static bool IsAttested(ClientMetadata client) =>
        client.TokenEndpointAuthMethod == TokenEndpointAuthMethods.None
        && client.GrantTypes?.Contains(GrantTypes.TokenExchange) is true;
}
