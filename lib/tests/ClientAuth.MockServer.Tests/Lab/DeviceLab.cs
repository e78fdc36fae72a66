using System.Security.Cryptography;
using ClientAuth.Devices;
using ClientAuth.Devices.Android;
using ClientAuth.Devices.Apple;
using ClientAuth.MockServer.Options;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Tests.Lab;

/// <summary>A server that knows an app, the makers of devices, and the devices.</summary>
internal sealed class DeviceLab : IAsyncDisposable
{
    /// <summary>The client of the app, under the strict policy.</summary>
    public const string App = "app";

    /// <summary>The same app under the policy for developers.</summary>
    public const string DebugApp = "app-debug";

    public const string PackageName = "com.example.mobileapp";
    public const string AppId = "A1B2C3D4E5.com.example.mobileapp";
    private const string KeyName = "dpop";

    private readonly List<IDisposable> _made = [];
    private DeviceMakers _makers = null!;

    private DeviceLab() { }

    /// <summary>What is published of attestation keys; the server has it fetched anew with each attestation.</summary>
    public PublishedStatusList StatusList => _makers.StatusList;

    /// <summary>Of the certificate that the app is signed with.</summary>
    public static string SignatureDigest { get; } = Convert.ToBase64String(SHA256.HashData("developer's"u8));

    public TestLab Lab { get; private set; } = null!;

    public HttpClient Http { get; private set; } = null!;

    public string Issuer => Lab.Server.Issuer;

    public string Endpoint => Lab.Server.Metadata.ClientAttestationTokenEndpoint!;

    public static async Task<DeviceLab> StartAsync(
        Func<AuthorizationServerOptions, AuthorizationServerOptions>? change = null
    )
    {
        var devices = new DeviceLab();
        devices.Lab = await TestLab.StartAsync(
            (lab, options) =>
            {
                devices._makers = DeviceMakers.Create(lab.Clock);
                var attested = options with
                {
                    Clients = [.. options.Clients, Client(App), Client(DebugApp)],
                    Apps = options.Apps with
                    {
                        AttestedApps = devices.Apps(),
                        AttestationStatus = () =>
                            AttestationStatusList.Parse(devices.StatusList.ToJson(), lab.Clock.GetUtcNow()),
                    },
                };
                return change?.Invoke(attested) ?? attested;
            }
        );
        devices.Http = devices.Lab.NewClient();
        return devices;
    }

    public static ClientMetadata Client(string clientId) =>
        new()
        {
            ClientId = clientId,
            TokenEndpointAuthMethod = TokenEndpointAuthMethods.None,
            GrantTypes = [GrantTypes.TokenExchange],
            Scope = "read write",
        };

    /// <summary>An Android device that satisfies every policy, unless it is changed.</summary>
    public TestDevice Android(Func<AndroidProfile, AndroidProfile>? change = null)
    {
        var good = new AndroidProfile
        {
            PackageName = PackageName,
            AppVersion = 1,
            SignatureDigest = SignatureDigest,
            SecurityLevel = Devices.Android.SecurityLevel.TrustedEnvironment,
            Root = AttestationRoot.Android,
            BootState = VerifiedBootState.Verified,
            BootLoaderLocked = true,
            OsVersion = 150000,
            OsPatchLevel = 202610,
        };
        return Make(
            new DeviceProfile
            {
                Id = "android",
                Name = "Android",
                Why = "a test",
                Android = change?.Invoke(good) ?? good,
                Expected = new Dictionary<string, string>(),
            }
        );
    }

    /// <summary>An iPhone with the app from the store, unless it is changed.</summary>
    public TestDevice Apple(Func<AppleProfile, AppleProfile>? change = null)
    {
        var good = new AppleProfile { AppId = AppId, Environment = AppleEnvironment.Production };
        return Make(
            new DeviceProfile
            {
                Id = "apple",
                Name = "iPhone",
                Why = "a test",
                Apple = change?.Invoke(good) ?? good,
                Expected = new Dictionary<string, string>(),
            }
        );
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        _made.ForEach(device => device.Dispose());
        _makers.Dispose();
        await Lab.DisposeAsync();
    }

    private IReadOnlyList<AttestedApp> Apps() =>
        [
            Attested(App, AttestationPolicy.Production(_makers.AndroidRoots, [_makers.AppleRoot])),
            Attested(
                DebugApp,
                AttestationPolicy.EmulatorFriendly(
                    [.. _makers.AndroidRoots, _makers.AndroidSoftwareRoot],
                    [_makers.AppleRoot]
                )
            ),
        ];

    private static AttestedApp Attested(string clientId, AttestationPolicy policy) =>
        new(clientId, policy) { Android = new AndroidApp(PackageName, [SignatureDigest]), Apple = new AppleApp(AppId) };

    private TestDevice Make(DeviceProfile profile)
    {
        var device = SimulatedDevice.Make(profile, _makers, Lab.Clock);
        _made.Add(device);
        return new TestDevice(this, device, KeyName);
    }
}
