using System.Security.Cryptography.X509Certificates;
using ClientAuth.Devices;
using ClientAuth.MockServer;

namespace ClientAuth.FailureCases.Laboratory;

/// <summary>Which apps may attest themselves at the server of a case: that of the standard phones, and another.</summary>
internal static class AttestationOffer
{
    public static AuthorizationServerOptions Apply(AuthorizationServerOptions options, CaseLab lab, DevicePolicy policy)
    {
        var android = lab.Profile(CaseLab.StandardPhone).Android!;
        var apple = lab.Profile(CaseLab.StandardIPhone).Apple!;
        return options with
        {
            AttestationStatus = () => StatusList(lab, options.Clock.GetUtcNow()),
            AttestedApps =
            [
                new AttestedApp("client-none", PolicyOf(lab.Makers, policy))
                {
                    Android = new AndroidApp(android.PackageName, [android.SignatureDigest]),
                    Apple = new AppleApp(apple.AppId),
                },
                new AttestedApp("other-none", PolicyOf(lab.Makers, policy))
                {
                    Android = new AndroidApp("com.example.otherapp", [android.SignatureDigest]),
                    Apple = new AppleApp("A1B2C3D4E5.com.example.otherapp"),
                },
            ],
        };
    }

    /// <summary>The list of the lab's makers, as it was fetched at some time.</summary>
    public static AttestationStatusList StatusList(CaseLab lab, DateTimeOffset fetchedAt) =>
        AttestationStatusList.Parse(lab.Makers.StatusList.ToJson(), fetchedAt);

    private static AttestationPolicy PolicyOf(DeviceMakers makers, DevicePolicy policy)
    {
        X509Certificate2Collection apple = [makers.AppleRoot];
        return policy == DevicePolicy.EmulatorFriendly
            ? AttestationPolicy.EmulatorFriendly([.. makers.AndroidRoots, makers.AndroidSoftwareRoot], apple)
            : AttestationPolicy.Production(makers.AndroidRoots, apple);
    }
}
