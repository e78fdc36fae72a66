using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Reading;

namespace ClientAuth.MockServer.Methods;

/// <summary>
/// The one check of each kind of credential that proves anything, and that takes time: comparing the secret, verifying the
/// signature, building the path.
/// </summary>
internal static class ProofRule
{
    /// <summary>The rule, or null for a request that proves nothing.</summary>
    public static Rule? Of(PresentedCredential credential) =>
        credential switch
        {
            PresentedCredential.Basic or PresentedCredential.BodySecret => Rules.SecretValue,
            PresentedCredential.Assertion => Rules.Signature,
            PresentedCredential.Certificate => Rules.CertificateChain,
            PresentedCredential.Attestation => Rules.AttestationSignature,
            _ => null,
        };
}
