using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ClientAuth.Credentials;
using ClientAuth.Devices.Apple;
using ClientAuth.Devices.Chains;
using ClientAuth.Protocol;
using ClientAuth.Protocol.Attestation;

namespace ClientAuth.Devices;

/// <summary>
/// Attests keys as Apple's App Attest does: with a second key for each key of the app. Apple attests that key the first time;
/// from then on the key signs assertions.
/// </summary>
internal sealed class AppleAttester(AppleProfile profile, DeviceMakers makers) : PlatformAttester
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, AppAttestKey> _attested = new(StringComparer.Ordinal);

    public override PlatformAttestation Attest(string keyName, ECDsa key, string challenge, EvidenceFlaw flaw)
    {
        var clientDataHash = ClientData.Hash(challenge, key);
        lock (_lock)
        {
            if (_attested.TryGetValue(keyName, out var known))
            {
                return Assert(known, clientDataHash, flaw);
            }

            var made = new AppAttestKey();
            try
            {
                var attestation = AttestNew(made, clientDataHash, flaw);
                _attested.Add(keyName, made);
                return attestation;
            }
            catch
            {
                made.Dispose();
                throw;
            }
        }
    }

    public override void Forget(string keyName)
    {
        lock (_lock)
        {
            if (_attested.Remove(keyName, out var key))
            {
                key.Dispose();
            }
        }
    }

    public override void Dispose()
    {
        foreach (var key in _attested.Values)
        {
            key.Dispose();
        }
    }

    private PlatformAttestation AttestNew(AppAttestKey key, byte[] clientDataHash, EvidenceFlaw flaw)
    {
        var evidence = flaw.ApplyTo(
            new AppleAttestation
            {
                AuthenticatorData = Data(counter: 0) with
                {
                    Credential = new AttestedCredential
                    {
                        AaGuid = AttestedCredential.AaGuidOf(profile.Environment),
                        CredentialId = key.Id,
                        PublicKey = CredentialKey.Cose(key.Key),
                    },
                },
                KeyId = key.Id,
                Chain = new EvidenceChain { Leaf = LeafFor(key) },
            }
        );
        using var stranger = evidence.CertifiesStranger ? new AppAttestKey() : null;
        var data = evidence.AuthenticatorData.Encode();
        var statement = NonceExtension.Create(ClientData.Nonce(data, clientDataHash));
        var chain = makers.Apple.Issue(new PublicKey((stranger ?? key).Key), evidence.Chain, statement);
        // Only Apple reads its receipt.
        var receipt = RandomNumberGenerator.GetBytes(64);
        var encoded = AttestationObject.Encode(evidence.Format, chain, receipt, data);
        return new PlatformAttestation
        {
            Format = AttestationFormats.AppleAppAttest,
            KeyId = Convert.ToBase64String(evidence.KeyId.Span),
            AttestationObject = Convert.ToBase64String([.. encoded, .. evidence.TrailingBytes.Span]),
        };
    }

    private PlatformAttestation Assert(AppAttestKey key, byte[] clientDataHash, EvidenceFlaw flaw)
    {
        var evidence = flaw.ApplyTo(
            new AppleAssertion { AuthenticatorData = Data(key.CountSignature()), KeyId = key.Id }
        );
        using var stranger = evidence.SignedByStranger ? new AppAttestKey() : null;
        var data = evidence.AuthenticatorData.Encode();
        var signature = (stranger ?? key).Key.SignData(
            ClientData.Nonce(data, clientDataHash),
            HashAlgorithmName.SHA256, // over the nonce, which is itself a hash
            DSASignatureFormat.Rfc3279DerSequence
        );
        var encoded = AttestationObject.EncodeAssertion(signature, data);
        return new PlatformAttestation
        {
            Format = AttestationFormats.AppleAppAttest,
            KeyId = Convert.ToBase64String(evidence.KeyId.Span),
            Assertion = Convert.ToBase64String([.. encoded, .. evidence.TrailingBytes.Span]),
        };
    }

    private AuthenticatorData Data(uint counter) =>
        new()
        {
            RpIdHash = AuthenticatorData.HashOf(profile.AppId),
            Counter = counter,
            Extensions = profile.Extensions?.Encode() ?? [],
        };

    private static CertificateProfile LeafFor(AppAttestKey key) =>
        new()
        {
            Subject = $"CN={Convert.ToHexStringLower(key.Id)},OU=AAA Certification",
            EndsIn = TimeSpan.FromDays(3),
        };
}
