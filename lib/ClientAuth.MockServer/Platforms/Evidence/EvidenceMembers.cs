using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Platforms.Evidence;

/// <summary>Which members evidence came with, by their names on the wire: for a trace, where it has others than its format wants.</summary>
internal static class EvidenceMembers
{
    public static string Of(PlatformAttestation attestation)
    {
        (string Name, object? Value)[] all =
        [
            ("x5c", attestation.X5c),
            ("key_id", attestation.KeyId),
            ("attestation_object", attestation.AttestationObject),
            ("assertion", attestation.Assertion),
        ];
        var sent = all.Where(member => member.Value is not null).Select(member => member.Name).ToList();
        return sent is [] ? "no members" : string.Join(", ", sent);
    }
}
