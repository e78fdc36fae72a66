using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Options;

/// <summary>What proves possession of a key: DPoP proofs (RFC 9449), and the proofs of attested clients.</summary>
public sealed record ProofOptions
{
    /// <summary>Whether a DPoP proof must hold a nonce of this server.</summary>
    public NoncePolicy DpopNonces { get; init; } = NoncePolicy.Required;

    /// <summary>How long a nonce or a challenge is good; five minutes by default.</summary>
    public TimeSpan NonceLifetime { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How long ago a DPoP proof, or the proof of an attested client, may have been made; one minute by default.</summary>
    public TimeSpan MaximumProofAge { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>
    /// What client attestations, their proofs and DPoP proofs may be signed with. PKCS #1 v1.5 is left out by default, as
    /// FAPI 2.0 §5.4.1 asks; symmetric algorithms are never among them.
    /// </summary>
    public IReadOnlyList<string> ProofAlgorithms { get; init; } =
    [
        SignatureAlgorithms.ES256,
        SignatureAlgorithms.ES384,
        SignatureAlgorithms.ES512,
        SignatureAlgorithms.PS256,
        SignatureAlgorithms.PS384,
        SignatureAlgorithms.PS512,
    ];

    // A proof by a MAC would prove nothing: the server holds no key of the client's that nobody else has.
    internal void Check()
    {
        InvalidOptionException.ThrowUnlessLasting(NonceLifetime);
        InvalidOptionException.ThrowUnlessLasting(MaximumProofAge);
        if (ProofAlgorithms is [] || ProofAlgorithms.Any(alg => !SignatureAlgorithms.Asymmetric.Contains(alg)))
        {
            throw new InvalidOptionException(
                nameof(ProofAlgorithms),
                $"ProofAlgorithms is [{string.Join(", ", ProofAlgorithms)}]; "
                    + $"it must hold at least one of {string.Join(", ", SignatureAlgorithms.Asymmetric)}, and no other."
            );
        }
    }
}
