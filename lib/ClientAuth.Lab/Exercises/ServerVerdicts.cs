using ClientAuth.Client.Attestation;
using ClientAuth.Client.Dpop;
using ClientAuth.Devices.Android;
using ClientAuth.Lab.Devices;
using ClientAuth.MockServer;
using ClientAuth.Protocol;
using ClientAuth.Visuals.Attestation;

namespace ClientAuth.Lab.Exercises;

/// <summary>What a real server with a production policy says of the lab's Android phones, beside what a learner says.</summary>
internal static class ServerVerdicts
{
    private const string KeyName = "exercise";

    public static async Task<bool> AgreeAsync(
        Func<AndroidKeyDescription, string, string> verdict,
        CancellationToken cancellationToken
    )
    {
        await using var lab = await LessonLab.OpenAsync(
            new LabOptions { Server = JudgeByTheStatement },
            cancellationToken
        );
        foreach (var phone in lab.Devices.Where(IsJudged))
        {
            if (!await AgreesAsync(lab, phone, verdict, cancellationToken))
            {
                return false;
            }
        }

        return true;
    }

    // The statement is to decide, and not the certificates above it, nor what is published of them.
    private static bool IsJudged(LabDevice phone) =>
        phone.Simulated
            is { CannotAttest: null, Profile.Android: { Root: not AttestationRoot.Uncertified, ChainStatus: null } };

    private static async Task<bool> AgreesAsync(
        LessonLab lab,
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
        var failing = lab.LastExchange.Trace.Failure?.Check;
        var learners = verdict(AndroidKeyDescription.Read(evidence), challenge);
        return outcome is AttestationOutcome.Attested
            ? learners == "accept"
            : failing is not null && failing.EndsWith($".{learners}", StringComparison.Ordinal);
    }

    // With the roots of the developers' policy, of which one stands above the emulator.
    private static AuthorizationServerOptions JudgeByTheStatement(AuthorizationServerOptions options) =>
        options with
        {
            AttestedApps =
            [
                .. options.AttestedApps.Select(app =>
                    app with
                    {
                        Policy = AttestationPolicy.Production(app.Policy.AndroidRoots, app.Policy.AppleRoots),
                    }
                ),
            ],
        };
}
