using ClientAuth.Client.Attestation;
using ClientAuth.Client.Dpop;
using ClientAuth.Devices.Android;
using ClientAuth.Lab.Devices;
using ClientAuth.Lab.Testbeds;
using ClientAuth.MockServer.Options;
using ClientAuth.Protocol;
using ClientAuth.Visuals.Attestation;

namespace ClientAuth.Lab.Exercises.Attestation;

/// <summary>The verdicts of a real server with a production policy on the testbed's Android phones, compared with a learner's.</summary>
internal static class ServerVerdicts
{
    private const string KeyName = "exercise";

    /// <summary>A server that judges the statement as in production, whichever root stands above it, the emulator's among them.</summary>
    public static TestbedOptions JudgingByTheStatement { get; } =
        new()
        {
            Server = options =>
                options with
                {
                    Apps = options.Apps with
                    {
                        AttestedApps =
                        [
                            .. options.Apps.AttestedApps.Select(app =>
                                app with
                                {
                                    Policy = AttestationPolicy.Production(
                                        app.Policy.AndroidRoots,
                                        app.Policy.AppleRoots
                                    ),
                                }
                            ),
                        ],
                    },
                },
        };

    public static async Task<RuleFinding> AgreeAsync(
        Func<AndroidKeyDescription, string, string> verdict,
        CancellationToken cancellationToken
    )
    {
        await using var lab = await Testbed.StartAsync(JudgingByTheStatement, cancellationToken);
        foreach (var phone in lab.Devices.Where(IsJudged))
        {
            var finding = await AgreesAsync(lab, phone, verdict, cancellationToken);
            if (!finding.Holds)
            {
                return finding;
            }
        }

        return RuleFinding.Kept;
    }

    // The statement is to decide, and not the certificates above it, nor what is published of them.
    private static bool IsJudged(LabDevice phone) =>
        phone.Simulated
            is { CannotAttest: null, Profile.Android: { Root: not AttestationRoot.Uncertified, ChainStatus: null } };

    private static async Task<RuleFinding> AgreesAsync(
        Testbed lab,
        LabDevice phone,
        Func<AndroidKeyDescription, string, string> verdict,
        CancellationToken cancellationToken
    )
    {
        var client = new AttestationClient(lab.CreateHttpClient(), lab.Server.Metadata, lab.Clock);
        var key = new DpopKey(phone.OpenKey(KeyName), lab.Clock);
        var challenge = await client.GetChallengeAsync(key, cancellationToken);
        var evidence = await phone.AttestAsync(KeyName, challenge, cancellationToken);
        var request = new ClientAttestationTokenRequest
        {
            ClientId = LabApp.DebugClientId,
            Challenge = challenge,
            Attestation = evidence,
        };
        var outcome = await client.AttestAsync(request, key, cancellationToken);
        var servers =
            outcome is AttestationOutcome.Attested ? "accept" : lab.LastExchange.Trace.Failure?.Check.Split('.')[^1];
        var learners = verdict(AndroidKeyDescription.Read(evidence), challenge);
        return learners == servers
            ? RuleFinding.Kept
            : RuleFinding.Broken($"{servers}, for the phone: {phone.Name}", $"\"{learners}\"");
    }
}
