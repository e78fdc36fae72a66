using System.Security.Cryptography.X509Certificates;
using ClientAuth.MockServer.Certificates;
using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Options;
using ClientAuth.MockServer.Platforms.Evidence;

namespace ClientAuth.MockServer.Platforms.Apple;

/// <summary>Verifies what App Attest says of a new key, in the order of Apple's own steps (Apple, Validating apps that connect to your server).</summary>
/// <param name="chains">Verify the certificates.</param>
/// <param name="clock">Their dates are judged by it, all of them.</param>
internal sealed class AppAttestChecks(DeviceChainChecks chains, TimeProvider clock)
{
    /// <summary>Null where a check failed.</summary>
    public VerifiedEvidence? Check(DeviceEvidence evidence, AppleApp app, CheckTrace trace) =>
        Read(evidence, trace) is { } read
        && chains.Check(read.Chain, evidence.Policy.AppleRoots, evidence.Policy.Name, trace) is { } path
        && ValidityChecks.Check(path, clock.GetUtcNow(), Rules.DeviceValidity, trace)
        && NonceExtension.Check(path.Leaf, AppNonce.Of(read.AuthData, evidence), trace)
        && AppKeyId.Check(path.Leaf, evidence.Attestation.KeyId!, trace)
        && AppIdentifierCheck.Check(read.Data, app, Rules.AppAttestRpId, trace)
        && CheckCounter(read.Data, trace)
        && AppCredentialChecks.Check(read.Data.Credential!, path.Leaf, evidence, trace)
            ? new VerifiedEvidence(
                new AppKeyUse(
                    evidence.ClientId,
                    evidence.Attestation.KeyId!,
                    Counter: 0,
                    path.Leaf.PublicKey.ExportSubjectPublicKeyInfo()
                )
            )
            : null;

    private static Attested? Read(DeviceEvidence evidence, CheckTrace trace)
    {
        var read = Parse(evidence, out var problem);
        trace.Check(
            Rules.DeviceEvidence,
            read is not null,
            "key_id and attestation_object alone, in Base64, with certificates and the data of a new key in CBOR",
            problem
                ?? $"key_id {Quote.Text(evidence.Attestation.KeyId)} and {read!.Chain.Count} certificates{read.Data.Extensions}"
        );
        return read;
    }

    private static Attested? Parse(DeviceEvidence evidence, out string? problem)
    {
        if (
            evidence.Attestation is not { KeyId: { } keyId, AttestationObject: { } encoded, X5c: null, Assertion: null }
        )
        {
            problem = EvidenceMembers.Of(evidence.Attestation);
            return null;
        }

        if (!EvidenceBytes.TryDecode(keyId, out _) || !EvidenceBytes.TryDecode(encoded, out var cbor))
        {
            problem = "no Base64";
            return null;
        }

        if (AttestationObject.Read(cbor) is not { } attested)
        {
            problem = "an attestation object that cannot be read";
            return null;
        }

        if (AuthenticatorData.ReadAttested(attested.AuthData, out problem) is not { } data)
        {
            return null;
        }

        return DeviceChain.TryRead(attested.X5c, out var chain, out problem)
            ? new Attested(chain, attested.AuthData, data)
            : null;
    }

    private static bool CheckCounter(AuthenticatorData data, CheckTrace trace) =>
        trace.Check(Rules.AppAttestCounter, data.Counter == 0, "0, a key that was never used", $"{data.Counter}");

    private sealed record Attested(IReadOnlyList<X509Certificate2> Chain, byte[] AuthData, AuthenticatorData Data);
}
