using ClientAuth.MockServer.Tests.Differential.Chains;
using FsCheck;
using FsCheck.Fluent;

namespace ClientAuth.MockServer.Tests.Differential.Plans;

/// <summary>Random plans: most certificates of a chain are good, and few things are wrong with the others.</summary>
internal static class ChainPlans
{
    // Made once: a query makes what stands in it anew for each plan.
    private static readonly Gen<DerEdit[]> Edits = Few(AnEdit());
    private static readonly Gen<CertificatePlan> Authority = Changed([
        .. CommonChanges.All,
        .. NameChanges.Constraints,
    ]);
    private static readonly Gen<CertificatePlan> Client = Changed([.. CommonChanges.All, .. NameChanges.Names]);
    private static readonly Gen<SendingEdit> Sending = Gen.Elements(Enum.GetValues<SendingEdit>());

    private static readonly Gen<CertificatePlan> Root = Gen.Frequency(
        (9, Gen.Constant(CertificatePlan.Plain)),
        (1, Authority)
    );

    private static readonly Gen<CertificatePlan> Intermediate = Gen.Frequency(
        (3, Gen.Constant(CertificatePlan.Plain)),
        (2, Authority)
    );

    private static readonly Gen<CertificatePlan> Leaf = Gen.Frequency(
        (1, Gen.Constant(CertificatePlan.Plain)),
        (2, Client)
    );

    private static readonly Gen<(int, CertificatePlan)> Other =
        from height in Gen.Choose(1, 3)
        from plan in Authority
        select (height, plan);

    private static readonly Gen<int> MostlyNone = Often((5, 0), (1, 1), (1, 2));

    private static readonly Gen<AnchorChoice> Anchor = Gen.Frequency(
        (20, Gen.Constant(AnchorChoice.Root)),
        (3, Gen.Elements(Enum.GetValues<AnchorChoice>()))
    );

    public static Arbitrary<ChainPlan> Some { get; } = Arb.From(Plans(), plan => plan.Simpler());

    private static Gen<ChainPlan> Plans() =>
        from intermediates in Often((3, 0), (8, 1), (3, 2), (1, 3), (1, 4))
        from root in Root
        from authorities in Intermediate.ArrayOf(intermediates)
        from leaf in Leaf
        from others in MostlyNone.SelectMany(count => Other.ArrayOf(count))
        from sent in MostlyNone.SelectMany(count => Sending.ArrayOf(count))
        from anchors in Anchor
        from draw in Gen.Choose(0, 999)
        select new ChainPlan([root, .. authorities, leaf], others, sent, anchors, draw);

    private static Gen<CertificatePlan> Changed(ProfileChange[] changes) =>
        Gen.Frequency(
            (6, from some in Few(Gen.Elements(changes)) select CertificatePlan.Plain with { Changes = some }),
            (6, from edits in Edits select CertificatePlan.Plain with { SignedEdits = edits }),
            (2, from edits in Edits select CertificatePlan.Plain with { UnsignedEdits = edits }),
            (2, from edits in Edits select CertificatePlan.Plain with { SignatureEdits = edits }),
            (1, from key in Gen.Elements(SigningKeys.Kinds) select CertificatePlan.Plain with { Key = key }),
            (1, Gen.Constant(CertificatePlan.Plain with { IsForged = true })),
            (1, Gen.Constant(CertificatePlan.Plain with { IsSelfIssued = true })),
            (2, Mixed(Few(Gen.Elements(changes))))
        );

    private static Gen<CertificatePlan> Mixed(Gen<ProfileChange[]> changes) =>
        from some in changes
        from edits in Edits
        from keepsIssuerName in Often((1, true), (1, false))
        from isSelfIssued in Often((4, false), (1, true))
        select CertificatePlan.Plain with
        {
            Changes = some,
            SignedEdits = edits,
            KeepsIssuerName = keepsIssuerName,
            IsSelfIssued = isSelfIssued,
        };

    private static Gen<DerEdit> AnEdit() =>
        from kind in Gen.Frequency(
            (4, Gen.Elements<DerEditKind>([.. ValueEdits.All])),
            (3, Gen.Elements<DerEditKind>([.. TextEdits.All])),
            (2, Gen.Elements<DerEditKind>([.. EncodingEdits.All])),
            (2, Gen.Elements<DerEditKind>([.. StructureEdits.All]))
        )
        from at in Gen.Choose(0, 999)
        from choice in Gen.Choose(0, 999)
        select new DerEdit(kind, at, choice);

    private static Gen<T> Often<T>(params (int Weight, T Value)[] values) =>
        Gen.Frequency(values.Select(one => (one.Weight, Gen.Constant(one.Value))));

    private static Gen<T[]> Few<T>(Gen<T> one) => Often((5, 1), (2, 2), (1, 3)).SelectMany(count => one.ArrayOf(count));
}
