using ClientAuth.MockServer.Attestations;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Proofs;

/// <summary>Whether the options for proofs of possession can be lived with.</summary>
internal static class ProofOptionChecks
{
    /// <exception cref="ArgumentException">An option is wrong; the message names it.</exception>
    public static void Check(AuthorizationServerOptions options)
    {
        CheckAlgorithms(options.ProofAlgorithms);
        foreach (var attester in options.ClientAttesters)
        {
            AttesterKeyChecks.Check(attester);
        }
    }

    // A proof by a MAC would prove nothing: the server holds no key of the client's that nobody else has.
    private static void CheckAlgorithms(IReadOnlyList<string> algorithms)
    {
        if (algorithms is [] || algorithms.FirstOrDefault(alg => !SignatureAlgorithms.Asymmetric.Contains(alg)) is { })
        {
            throw new ArgumentException(
                $"ProofAlgorithms is [{string.Join(", ", algorithms)}]; "
                    + $"it must hold at least one of {string.Join(", ", SignatureAlgorithms.Asymmetric)}, and no other."
            );
        }
    }
}
