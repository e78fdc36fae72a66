using System.Globalization;
using System.Text.Json;
using ClientAuth.Devices;
using ClientAuth.FailureCases.Fixtures;
using ClientAuth.FailureCases.Values;
using ClientAuth.Protocol;

namespace ClientAuth.FailureCases.Requests;

/// <summary>The evidence that a phone is to make of the app: its platform attestation.</summary>
/// <param name="Device">The phone; see <see cref="CaseDevices"/>.</param>
/// <param name="Challenge">The challenge that it includes; may hold placeholders.</param>
/// <param name="Flaw">What is wrong with it.</param>
internal sealed record EvidenceDraft(string Device, string Challenge, EvidenceFlaw Flaw)
{
    /// <summary>Evidence, and a DPoP proof by the same phone's key.</summary>
    public static void AddTo(RequestDraft draft, EvidenceDraft evidence)
    {
        draft.Evidence = evidence;
        GoodDpopProof.AddTo(draft, GoodDpopProof.Signing(evidence.Device, alg: null));
    }

    /// <summary>Lets the phone attest the app, and adds the result: <c>{evidence}</c>, and each certificate as <c>{evidence_x5c:0}</c>.</summary>
    public void AddTo(Placeholders values, CaseDevices devices)
    {
        var evidence = devices.Attest(Device, values.Expand(Challenge), Flaw);
        values.Set("evidence", JsonSerializer.Serialize(evidence, ProtocolJson.Default.PlatformAttestation));
        values.Set(
            "evidence_x5c",
            index =>
                evidence.X5c?[int.Parse(index, CultureInfo.InvariantCulture)]
                ?? throw new UnusableCaseException("evidence of this kind has no x5c")
        );
    }
}
