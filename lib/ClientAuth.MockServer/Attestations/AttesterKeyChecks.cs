using System.Security.Cryptography;
using ClientAuth.MockServer.Jwt;
using ClientAuth.MockServer.Options;

namespace ClientAuth.MockServer.Attestations;

/// <summary>Whether the keys of the trusted attesters are keys: found at the start, and not in the first attestation.</summary>
internal static class AttesterKeyChecks
{
    /// <exception cref="InvalidOptionException">An attester has no key that can be used, or one that is none; the message names it.</exception>
    public static void Check(ClientAttester attester)
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
            if (KeyFit.Contradiction(key) is { } contradiction)
            {
                throw new InvalidOptionException(
                    nameof(AttestationOptions.ClientAttesters),
                    $"ClientAttesters: '{attester.Issuer}' has a key '{key.Kid}' that verifies nothing: {contradiction}."
                );
            }

            try
            {
                PublicKeys.Import(key).Dispose();
            }
            catch (Exception e) when (e is FormatException or CryptographicException or ArgumentException)
            {
                throw new InvalidOptionException(
                    nameof(AttestationOptions.ClientAttesters),
                    $"ClientAttesters: '{attester.Issuer}' has a key '{key.Kid}' that is no valid {key.Kty} key."
                );
            }
        }
    }
}
