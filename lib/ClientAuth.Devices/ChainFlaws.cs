using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ClientAuth.Devices.Chains;

namespace ClientAuth.Devices;

/// <summary>The flaws that can be made in the certificate chain of either platform.</summary>
public static class ChainFlaws
{
    /// <summary>The key's certificate is no longer in force.</summary>
    public static EvidenceFlaw ExpiredLeaf { get; } =
        OfChain(
            "expired_leaf",
            chain =>
                chain with
                {
                    Leaf = chain.Leaf with { StartsIn = TimeSpan.FromDays(-30), EndsIn = TimeSpan.FromDays(-1) },
                }
        );

    /// <summary>The authority above it is no longer in force.</summary>
    public static EvidenceFlaw ExpiredIntermediate { get; } =
        OfChain(
            "expired_intermediate",
            chain =>
                chain with
                {
                    Intermediate = one =>
                        one with
                        {
                            StartsIn = TimeSpan.FromDays(-30),
                            EndsIn = TimeSpan.FromDays(-1),
                        },
                }
        );

    /// <summary>What issued is no authority.</summary>
    public static EvidenceFlaw IntermediateIsNoAuthority { get; } =
        OfChain(
            "intermediate_is_no_authority",
            chain => chain with { Intermediate = one => one with { IsAuthority = false, PathLength = null } }
        );

    /// <summary>The chain does not reach its root.</summary>
    public static EvidenceFlaw IntermediateLeftOut { get; } =
        OfChain("intermediate_left_out", chain => chain with { SendsIntermediate = false });

    /// <summary>Another key than the issuer's signed.</summary>
    public static EvidenceFlaw ForgedSignature { get; } =
        OfChain("forged_signature", chain => chain with { SignedByNamesake = true });

    /// <summary>The certificate says nothing of the key.</summary>
    public static EvidenceFlaw NoStatement { get; } =
        OfChain("no_statement", chain => chain with { Statement = StatementPlace.None });

    /// <summary>The statement stands where any authority could write it, and not in the key's certificate.</summary>
    public static EvidenceFlaw StatementInIntermediate { get; } =
        OfChain("statement_in_intermediate", chain => chain with { Statement = StatementPlace.Intermediate });

    /// <summary>The key's certificate has a critical extension that nobody knows.</summary>
    public static EvidenceFlaw UnknownCriticalExtension { get; } =
        OfChain(
            "unknown_critical_extension",
            chain =>
                chain with
                {
                    Leaf = chain.Leaf with
                    {
                        OtherExtensions = [new X509Extension("1.3.6.1.4.1.55555.1", [0x05, 0x00], critical: true)],
                    },
                }
        );

    /// <summary>The key's certificate is signed over a hash that can be forged.</summary>
    public static EvidenceFlaw Sha1Signature { get; } =
        OfChain(
            "sha1_signature",
            chain => chain with { Leaf = chain.Leaf with { SignatureHash = HashAlgorithmName.SHA1 } }
        );

    public static IReadOnlyList<EvidenceFlaw> All { get; } =
    [
        ExpiredLeaf,
        ExpiredIntermediate,
        IntermediateIsNoAuthority,
        IntermediateLeftOut,
        ForgedSignature,
        NoStatement,
        StatementInIntermediate,
        UnknownCriticalExtension,
        Sha1Signature,
    ];

    internal static EvidenceFlaw OfChain(string name, Func<EvidenceChain, EvidenceChain> change) =>
        new(name)
        {
            Android = evidence => evidence with { Chain = change(evidence.Chain) },
            Attestation = evidence => evidence with { Chain = change(evidence.Chain) },
        };
}
