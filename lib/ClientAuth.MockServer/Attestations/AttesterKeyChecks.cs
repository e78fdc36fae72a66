using ClientAuth.MockServer.Jwt;
using ClientAuth.MockServer.Options;
using ClientAuth.MockServer.Registrations.Keys;

namespace ClientAuth.MockServer.Attestations;

/// <summary>Whether the keys of the trusted attesters are keys: found at the start, and not in the first attestation.</summary>
internal static class AttesterKeyChecks
{
    /// <exception cref="InvalidOptionException">An attester has no key that can be used, or one that is none; the message names it.</exception>
    /// <param name="attester">Whose keys.</param>
    /// <param name="minimumRsaKeySize">In bits.</param>
    public static void Check(ClientAttester attester, int minimumRsaKeySize)
    {
        var keys = attester.Keys.Keys.Where(PublicKeys.IsKnownType).ToList();
        if (keys is [])
        {
            throw new InvalidOptionException(
                nameof(AttestationOptions.ClientAttesters),
                $"ClientAttesters: '{attester.Issuer}' needs at least one RSA or EC key."
            );
        }

        foreach (var key in keys)
        {
            if (RegisteredKeys.Flaw(key, minimumRsaKeySize) is { } flaw)
            {
                throw new InvalidOptionException(
                    nameof(AttestationOptions.ClientAttesters),
                    $"ClientAttesters: '{attester.Issuer}' has {flaw}, kid '{key.Kid}'."
                );
            }
        }
    }
}
