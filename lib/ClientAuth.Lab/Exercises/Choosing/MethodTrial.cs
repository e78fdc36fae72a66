using ClientAuth.Client;
using ClientAuth.Lab.Choosing;
using ClientAuth.Lab.Devices;
using ClientAuth.Lab.Expectations;
using ClientAuth.Lab.Testbeds;

namespace ClientAuth.Lab.Exercises.Choosing;

/// <summary>Methods of the decision model, tried on a real server as a situation has it.</summary>
internal static class MethodTrial
{
    private const string Attestation = "attestation";
    private const string MutualTls = "mutual-tls";
    private const string ForCertificates = "mobile-app-mtls";
    private const string OwnCertificate = "mobile-app-mtls-self-signed";

    /// <summary>Whether the method that is chosen for each of these situations gets a token there.</summary>
    /// <param name="situations">Where.</param>
    /// <param name="choose">Gives identifiers of the decision model.</param>
    /// <param name="cancellationToken">Gives it up.</param>
    public static async Task<RuleFinding> OfAllAsync(
        IEnumerable<Situation> situations,
        Func<Situation, string> choose,
        CancellationToken cancellationToken
    )
    {
        await using var lab = await Testbed.StartAsync(new TestbedOptions(), cancellationToken);
        foreach (var situation in situations.DistinctBy(one => WhatMatters(choose(one), one)))
        {
            var method = choose(situation);
            if (await RefusalAsync(lab, method, situation, cancellationToken) is { } refusal)
            {
                return RuleFinding.Broken($"a token for {method} where: {situation}", refusal);
            }
        }

        return RuleFinding.Kept;
    }

    private static (string Method, string First, string Second) WhatMatters(string method, Situation situation) =>
        method switch
        {
            Attestation => (method, situation["platform"], ""),
            MutualTls => (method, situation["transport"], situation["public_key_infrastructure"]),
            _ => (method, "", ""),
        };

    // Null where it is not refused.
    private static Task<string?> RefusalAsync(
        Testbed lab,
        string method,
        Situation situation,
        CancellationToken cancellationToken
    ) =>
        method switch
        {
            Attestation => PhoneTrial.RefusalAsync(lab, Phone(lab, situation), cancellationToken),
            MutualTls => AskAsync(lab, ForCertificates, OverIts(lab, situation), cancellationToken),
            "secret" => AskAsync(lab, "mobile-app-secret", method: null, cancellationToken),
            "signed-jwt-symmetric" => AskAsync(lab, "mobile-app-jwt-symmetric", method: null, cancellationToken),
            _ => AskAsync(lab, "mobile-app-jwt-asymmetric", method: null, cancellationToken),
        };

    private static async Task<string?> AskAsync(
        Testbed lab,
        string clientId,
        ClientAuthenticationMethodConfiguration? method,
        CancellationToken cancellationToken
    )
    {
        var registered = method ?? RegisteredMethod.Of(lab.Client(clientId));
        var outcome = await lab.TokenClient(clientId, registered).RequestTokenAsync(null, cancellationToken);
        return outcome is TokenOutcome.Issued ? null : $"{Refusal.Of(outcome, lab.LastExchange.Trace)}";
    }

    // A network on the way has no certificate of the app, and one that nobody issued is the app's own work.
    private static ClientAuthenticationMethodConfiguration OverIts(Testbed lab, Situation situation) =>
        (situation["transport"], situation["public_key_infrastructure"]) switch
        {
            ("foreign-tls", _) => new ClientAuthenticationMethodConfiguration.None(),
            (_, "no-pki") => new ClientAuthenticationMethodConfiguration.Mtls(lab.Client(OwnCertificate).Certificate!),
            _ => RegisteredMethod.Of(lab.Client(ForCertificates)),
        };

    // Where some attest, it is about the others.
    private static LabDevice Phone(Testbed lab, Situation situation) =>
        lab.Devices[
            situation["platform"] switch
            {
                "attests" => "flagship",
                "simulator" => "simulator",
                "mixed" => "uncertified-hardware",
                _ => "older-than-android-8",
            }
        ];
}
