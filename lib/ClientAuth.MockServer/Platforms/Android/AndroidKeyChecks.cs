using System.Security.Cryptography.X509Certificates;
using System.Text;
using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Options;
using ClientAuth.MockServer.Platforms.Evidence;

namespace ClientAuth.MockServer.Platforms.Android;

/// <summary>
/// Verifies an Android key attestation (WebAuthn §8.4; Android, Verify hardware-backed key pairs): who vouches for the key, that it is the
/// key of the DPoP proof, where it is kept and what for, and which app asked for it.
/// </summary>
/// <param name="chains">Verify the certificates.</param>
/// <param name="dates">Verify their dates.</param>
/// <param name="status">Verifies that none of them is revoked.</param>
internal sealed class AndroidKeyChecks(DeviceChainChecks chains, AndroidDateChecks dates, AndroidStatusChecks status)
{
    /// <summary>Null where a check failed.</summary>
    public VerifiedEvidence? Check(DeviceEvidence evidence, AndroidApp app, CheckTrace trace) =>
        ReadChain(evidence, trace) is { } chain
        && chains.Check(chain, evidence.Policy.AndroidRoots, evidence.Policy.Name, trace) is { } path
        && dates.Check(path, evidence.Policy.AndroidDates, trace)
        && status.Check(path, evidence.Policy, trace)
        && KeyDescriptionReader.Read(path, trace) is { } description
        && CheckChallenge(description, evidence.Challenge, trace)
        && CheckKey(path.Leaf, evidence.KeyThumbprint, trace)
        && AndroidPolicyChecks.Check(description, evidence.Policy, trace)
        && AndroidAppChecks.Check(description, app, trace)
            ? new VerifiedEvidence()
            : null;

    private static IReadOnlyList<X509Certificate2>? ReadChain(DeviceEvidence evidence, CheckTrace trace)
    {
        var sent = evidence.Attestation;
        IReadOnlyList<X509Certificate2>? chain = null;
        var problem =
            sent is not { X5c: { } x5c, KeyId: null, AttestationObject: null, Assertion: null }
                ? EvidenceMembers.Of(sent)
            : DeviceChain.TryRead([.. x5c.Select(Decode)], out chain, out var wrong) ? null
            : wrong;
        trace.Check(
            Rules.DeviceEvidence,
            problem is null,
            $"x5c alone, with 1 to {DeviceChain.Longest} certificates in Base64",
            problem ?? $"{chain?.Count} certificates"
        );
        return chain;
    }

    private static byte[]? Decode(string base64) => EvidenceBytes.TryDecode(base64, out var der) ? der : null;

    private static bool CheckChallenge(KeyDescription description, string challenge, CheckTrace trace)
    {
        var repeats = description.Challenge.AsSpan().SequenceEqual(Encoding.UTF8.GetBytes(challenge));
        return trace.Check(
            Rules.AndroidKeyChallenge,
            repeats,
            $"the challenge of the request, {Quote.Nonce(challenge)}",
            Quote.Nonce(Encoding.UTF8.GetString(description.Challenge))
        );
    }

    // An attestation says whose key it is about; only the proof says that the sender has that key.
    private static bool CheckKey(X509Certificate2 leaf, string proofKey, CheckTrace trace)
    {
        var attested = AttestedKey.Thumbprint(leaf);
        return trace.Check(
            Rules.AndroidKeyDpopKey,
            attested == proofKey,
            $"the key of the DPoP proof, thumbprint {Quote.Text(proofKey)}",
            attested is null ? "a key that no JWK can hold" : Quote.Text(attested)
        );
    }
}
