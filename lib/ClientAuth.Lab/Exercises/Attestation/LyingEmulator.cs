using System.Security.Cryptography;
using ClientAuth.Client.Attestation;
using ClientAuth.Client.Dpop;
using ClientAuth.Devices;
using ClientAuth.Devices.Android;
using ClientAuth.Lab.Devices;
using ClientAuth.Lab.Testbeds;
using ClientAuth.Protocol;
using ClientAuth.Protocol.Recording;

namespace ClientAuth.Lab.Exercises.Attestation;

/// <summary>
/// An emulator with a changed copy of the app. It signs whatever its owner wants it to say, and a server trusts its root that asks all
/// else of the statement that a production server asks.
/// </summary>
internal static class LyingEmulator
{
    private const string KeyName = "lie";
    private const int Requests = 2;

    // As data/devices.json has it, but for who has signed the app.
    private static readonly AuthorizationList Truths = new()
    {
        Purposes = [KeyPurpose.Sign],
        Algorithm = 3,
        KeySize = 256,
        Digests = [4],
        EcCurve = 1,
        NoAuthRequired = true,
        Origin = KeyOrigin.Generated,
        AttestationApplicationId = new AttestationApplicationId
        {
            Packages = [new AttestationPackageInfo(DeviceStatement.Package, 412)],
            SignatureDigests = [SHA256.HashData("a certificate of the attacker"u8)],
        },
    };

    /// <summary>What it says while nobody makes it lie.</summary>
    public static KeyDescription Truth(string challenge) =>
        new()
        {
            AttestationSecurityLevel = SecurityLevel.Software,
            KeyMintSecurityLevel = SecurityLevel.Software,
            AttestationChallenge = challenge,
            SoftwareEnforced = Truths,
        };

    /// <summary>What an honest flagship says, as an attacker may hear it.</summary>
    public static KeyDescription OfFlagship(string challenge) =>
        new()
        {
            AttestationSecurityLevel = SecurityLevel.StrongBox,
            KeyMintSecurityLevel = SecurityLevel.StrongBox,
            AttestationChallenge = challenge,
            SoftwareEnforced = new AuthorizationList { AttestationApplicationId = Genuine },
            HardwareEnforced = Truths with
            {
                AttestationApplicationId = null,
                RootOfTrust = new RootOfTrust
                {
                    VerifiedBootKey = SHA256.HashData("maker's key"u8),
                    DeviceLocked = true,
                    VerifiedBootState = VerifiedBootState.Verified,
                    VerifiedBootHash = SHA256.HashData("system image"u8),
                },
            },
        };

    /// <summary>Lets it lie about challenges of the server, one after the other.</summary>
    /// <returns>The first request that is refused, or else the last.</returns>
    public static async Task<RecordedExchange> SendAsync(
        Func<KeyDescription, KeyDescription> lie,
        CancellationToken cancellationToken
    )
    {
        await using var lab = await Testbed.StartAsync(ServerVerdicts.JudgingByTheStatement, cancellationToken);
        var emulator = lab.Devices["simulator"];
        var client = new AttestationClient(lab.CreateHttpClient(), lab.Server.Metadata, lab.Clock);
        var key = new DpopKey(emulator.OpenKey(KeyName), lab.Clock);
        for (var request = 0; request < Requests; request++)
        {
            var challenge = await client.GetChallengeAsync(key, cancellationToken);
            var saying = new EvidenceFlaw("lie") { Android = it => it with { Description = lie(Truth(challenge)) } };
            var lied = new ClientAttestationTokenRequest
            {
                ClientId = LabApp.DebugClientId,
                Challenge = challenge,
                Attestation = emulator.Simulated.Attest(KeyName, challenge, saying),
            };
            if (await client.AttestAsync(lied, key, cancellationToken) is not AttestationOutcome.Attested)
            {
                break;
            }
        }

        return lab.LastExchange;
    }

    /// <summary>The same, for the rules of the exercise.</summary>
    public static async Task<IReadOnlyList<SentRequest>> SendAllAsync(
        Func<KeyDescription, KeyDescription> lie,
        CancellationToken cancellationToken
    ) => [new SentRequest("the emulator", (await SendAsync(lie, cancellationToken)).Trace.Failure)];

    private static AttestationApplicationId Genuine =>
        new()
        {
            Packages = [new AttestationPackageInfo(DeviceStatement.Package, 412)],
            SignatureDigests = [Convert.FromBase64String(DeviceStatement.Digest)],
        };
}
