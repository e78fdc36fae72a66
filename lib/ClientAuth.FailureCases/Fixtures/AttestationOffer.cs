using System.Security.Cryptography.X509Certificates;
using ClientAuth.Devices;
using ClientAuth.MockServer;
using ClientAuth.MockServer.Options;

namespace ClientAuth.FailureCases.Fixtures;

/// <summary>The apps that may attest themselves at the server of a case: that of the standard phones, and another.</summary>
internal static class AttestationOffer
{
    public static AuthorizationServerOptions Apply(
        AuthorizationServerOptions options,
        CaseFixture fixture,
        DevicePolicy policy
    )
    {
        var android = fixture.Profile(CaseFixture.StandardPhone).Android!;
        var apple = fixture.Profile(CaseFixture.StandardIPhone).Apple!;
        return options with
        {
            Apps = options.Apps with
            {
                AttestationStatus = () => StatusList(fixture, options.Clock.GetUtcNow()),
                AttestedApps =
                [
                    new AttestedApp("client-none", PolicyOf(fixture.Makers, policy))
                    {
                        Android = new AndroidApp(android.PackageName, [android.SignatureDigest]),
                        Apple = new AppleApp(apple.AppId),
                    },
                    new AttestedApp("other-none", PolicyOf(fixture.Makers, policy))
                    {
                        Android = new AndroidApp("com.example.otherapp", [android.SignatureDigest]),
                        Apple = new AppleApp("A1B2C3D4E5.com.example.otherapp"),
                    },
                ],
            },
        };
    }

    /// <summary>The list of the fixture's makers, as it was fetched at some time.</summary>
    public static AttestationStatusList StatusList(CaseFixture fixture, DateTimeOffset fetchedAt) =>
        AttestationStatusList.Parse(fixture.Makers.StatusList.ToJson(), fetchedAt);

    private static AttestationPolicy PolicyOf(DeviceMakers makers, DevicePolicy policy)
    {
        X509Certificate2Collection apple = [makers.AppleRoot];
        return policy == DevicePolicy.EmulatorFriendly
            ? AttestationPolicy.EmulatorFriendly([.. makers.AndroidRoots, makers.AndroidSoftwareRoot], apple)
            : AttestationPolicy.Production(makers.AndroidRoots, apple);
    }
}
