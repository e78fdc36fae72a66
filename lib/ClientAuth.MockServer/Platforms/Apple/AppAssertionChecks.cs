using System.Security.Cryptography;
using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Options;
using ClientAuth.MockServer.Platforms.Evidence;

namespace ClientAuth.MockServer.Platforms.Apple;

/// <summary>Verifies what a key says that has been attested before (Apple, Validating apps that connect to your server, Verify the assertion).</summary>
internal sealed class AppAssertionChecks(KnownAppKeys keys)
{
    /// <summary>Null where a check failed.</summary>
    public async ValueTask<VerifiedEvidence?> CheckAsync(DeviceEvidence evidence, AppleApp app, CheckTrace trace) =>
        Read(evidence, trace) is { } asserted
        && await FindKeyAsync(evidence, trace) is { } known
        && CheckSignature(asserted.Assertion, known.PublicKey, evidence, trace)
        && AppIdentifierCheck.Check(asserted.Data, app, Rules.AppAssertionRpId, trace)
        && KnownAppKeys.CheckCounter(asserted.Data.Counter, known.Counter, trace)
            ? new VerifiedEvidence(known with { Counter = asserted.Data.Counter })
            : null;

    private static Asserted? Read(DeviceEvidence evidence, CheckTrace trace)
    {
        string? problem = null;
        var asserted =
            evidence.Attestation is { KeyId: not null, Assertion: { } encoded, X5c: null, AttestationObject: null }
            && EvidenceBytes.TryDecode(encoded, out var cbor)
            && AssertionObject.Read(cbor) is { } assertion
            && AuthenticatorData.ReadAsserted(assertion.AuthenticatorData, out problem) is { } data
                ? new Asserted(assertion, data)
                : null;
        trace.Check(
            Rules.DeviceEvidence,
            asserted is not null,
            "key_id and assertion alone, in Base64, with a signature and authenticator data in CBOR",
            asserted is null
                ? problem ?? $"{EvidenceMembers.Of(evidence.Attestation)} that cannot be read"
                : $"key_id {Quote.Text(evidence.Attestation.KeyId)} and a signature of {asserted.Assertion.Signature.Length} bytes{asserted.Data.Extensions}"
        );
        return asserted;
    }

    private async ValueTask<AppKeyUse?> FindKeyAsync(DeviceEvidence evidence, CheckTrace trace)
    {
        var keyId = evidence.Attestation.KeyId!;
        var known = await keys.FindAsync(evidence.ClientId, keyId);
        trace.Check(
            Rules.AppAssertionKey,
            known is not null,
            "a key that has been attested for this client",
            known is null ? $"{Quote.Text(keyId)}, never attested" : Quote.Text(keyId)
        );
        return known;
    }

    private static bool CheckSignature(
        AssertionObject assertion,
        byte[] publicKey,
        DeviceEvidence evidence,
        CheckTrace trace
    )
    {
        using var key = ECDsa.Create();
        key.ImportSubjectPublicKeyInfo(publicKey, out _);
        var holds = key.VerifyData(
            AppNonce.Of(assertion.AuthenticatorData, evidence),
            assertion.Signature,
            HashAlgorithmName.SHA256, // over the nonce, which is itself a hash
            DSASignatureFormat.Rfc3279DerSequence
        );
        return trace.Check(
            Rules.AppAssertionSignature,
            holds,
            "a signature of the attested key over the authenticator's data, the challenge and the DPoP key",
            Quote.Bytes(assertion.Signature)
                + (holds ? ", verified with the attested key" : " that the attested key did not make")
        );
    }

    private sealed record Asserted(AssertionObject Assertion, AuthenticatorData Data);
}
