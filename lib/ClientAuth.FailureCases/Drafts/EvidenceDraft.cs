using System.Globalization;
using System.Text.Json;
using ClientAuth.Devices;
using ClientAuth.FailureCases.Laboratory;
using ClientAuth.Protocol;

namespace ClientAuth.FailureCases.Drafts;

/// <summary>What a phone is asked to say of the app, before it is asked.</summary>
/// <param name="Device">The phone; see <see cref="CaseDevices"/>.</param>
/// <param name="Challenge">What it is to include; may hold placeholders.</param>
/// <param name="Flaw">What is to be wrong with the answer.</param>
internal sealed record EvidenceDraft(string Device, string Challenge, EvidenceFlaw Flaw)
{
    /// <summary>Evidence, and a DPoP proof by the same phone's key.</summary>
    public static void AddTo(RequestDraft draft, EvidenceDraft evidence)
    {
        draft.Evidence = evidence;
        DpopProofDraft.AddTo(draft, DpopProofDraft.Signing(evidence.Device, alg: null));
    }

    /// <summary>Asks the phone, and adds what it says: <c>{evidence}</c>, and each certificate as <c>{evidence_x5c:0}</c>.</summary>
    public void Finish(Placeholders values, CaseDevices devices)
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
