using ClientAuth.Client.Attestation;
using ClientAuth.Client.Dpop;
using ClientAuth.Lab.Devices;
using ClientAuth.Lab.Testbeds;
using ClientAuth.Protocol;

namespace ClientAuth.Lab.Exercises.Choosing;

/// <summary>The attestation of one phone, tried on a real server.</summary>
internal static class PhoneTrial
{
    private const string KeyName = "trial";

    /// <summary>Why the phone gets no attestation token, or null where it gets one.</summary>
    public static async Task<string?> RefusalAsync(Testbed lab, LabDevice phone, CancellationToken cancellationToken)
    {
        if (phone.CannotAttest is { } reason)
        {
            return $"no request: {reason}";
        }

        var client = new AttestationClient(lab.CreateHttpClient(), lab.Server.Metadata, lab.Clock);
        var key = new DpopKey(phone.OpenKey(KeyName), lab.Clock);
        var challenge = await client.GetChallengeAsync(key, cancellationToken);
        var request = new ClientAttestationTokenRequest
        {
            ClientId = LabApp.ClientId,
            Challenge = challenge,
            Attestation = await phone.AttestAsync(KeyName, challenge, cancellationToken),
        };
        var outcome = await client.AttestAsync(request, key, cancellationToken);
        return outcome is AttestationOutcome.Attested
            ? null
            : $"{phone.Name}: {outcome}, at {lab.LastExchange.Trace.Failure?.Check}";
    }
}
