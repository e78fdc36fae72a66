using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ClientAuth.Credentials;
using ClientAuth.MockServer.Tests.Differential.Chains;
using Microsoft.Extensions.Time.Testing;

namespace ClientAuth.MockServer.Tests.Differential.Plans;

/// <summary>Makes the certificates of a plan, the root first: what stands below an edited authority can take over its name.</summary>
internal sealed class ChainBuilder(SigningKeys keys)
{
    // Not the machine's time, so that a chain is judged alike whenever it is made again.
    private static readonly DateTimeOffset MadeFor = new(2026, 6, 15, 12, 0, 0, TimeSpan.Zero);

    // Between two seconds, because OpenSSL leaves out the last second of a certificate: RFC 5280 §4.1.2.5 includes it.
    private static readonly DateTimeOffset JudgedAt = MadeFor + TimeSpan.FromSeconds(0.5);

    private readonly FakeTimeProvider _clock = new(MadeFor);

    // Good certificates below good ones are always the same, and most are.
    private readonly Dictionary<(int Height, bool IsLeaf), Made> _good = [];
    private Made? _namesake;

    public SignedChain Build(ChainPlan plan)
    {
        var made = new List<Made>();
        foreach (var certificate in plan.Certificates)
        {
            made.Add(MakeOrTake(certificate, made, isLeaf: made.Count == plan.Certificates.Count - 1));
        }

        var others = plan
            .Others.Where(other => other.Height < made.Count - 1)
            .Select(other => Make(other.Plan, made[..other.Height], isLeaf: false, other.Height).Der);
        _namesake ??= Make(CertificatePlan.Plain, [], isLeaf: false, SigningKeys.Stranger);
        var namesake = _namesake.Der;
        List<byte[]> sent = [.. others, .. made[1..^1].Select(one => one.Der).Reverse()];
        foreach (var edit in plan.Sent)
        {
            Apply(edit, sent, made, namesake);
        }

        return new SignedChain(made[^1].Der, sent, Anchors(plan.Anchors, made, namesake), JudgedAt);
    }

    private static void Apply(SendingEdit edit, List<byte[]> sent, List<Made> made, byte[] namesake)
    {
        switch (edit)
        {
            case SendingEdit.Reverse:
                sent.Reverse();
                break;
            case SendingEdit.DropFirst when sent is not []:
                sent.RemoveAt(0);
                break;
            case SendingEdit.DropLast when sent is not []:
                sent.RemoveAt(sent.Count - 1);
                break;
            case SendingEdit.DoubleFirst when sent is not []:
                sent.Insert(0, sent[0]);
                break;
            case SendingEdit.AddRoot:
                sent.Insert(0, made[0].Der);
                break;
            case SendingEdit.AddLeaf:
                sent.Insert(0, made[^1].Der);
                break;
            case SendingEdit.AddNamesakeOfRoot:
                sent.Insert(0, namesake);
                break;
        }
    }

    private static IReadOnlyList<byte[]> Anchors(AnchorChoice choice, List<Made> made, byte[] namesake) =>
        choice switch
        {
            AnchorChoice.FirstIntermediate when made.Count > 2 => [made[1].Der],
            AnchorChoice.RootAndNamesake => [namesake, made[0].Der],
            AnchorChoice.Namesake => [namesake],
            AnchorChoice.Leaf => [made[^1].Der],
            _ => [made[0].Der],
        };

    private Made MakeOrTake(CertificatePlan plan, List<Made> above, bool isLeaf)
    {
        if (!above.TrueForAll(one => one.IsGood))
        {
            return Make(plan, above, isLeaf, above.Count);
        }

        var place = (above.Count, isLeaf);
        if (!_good.TryGetValue(place, out var good))
        {
            good = Make(CertificatePlan.Plain, above, isLeaf, above.Count) with { IsGood = true };
            _good[place] = good;
        }

        return plan == CertificatePlan.Plain ? good
            : plan.SaysWhatAGoodOneSays ? Edit(good, plan, above)
            : Make(plan, above, isLeaf, above.Count);
    }

    private Made Make(CertificatePlan plan, List<Made> above, bool isLeaf, int keyNumber)
    {
        var profile = Profile(plan, above.Count, isLeaf);
        if (plan.IsSelfIssued && above is not [])
        {
            profile = profile with { Subject = above[^1].Profile.Subject };
        }

        var key = keys.Of(plan.Key, keyNumber);
        var hash = profile.SignatureHash ?? HashAlgorithmName.SHA256;
        var unsigned = new UnsignedCertificate(profile, key.Public, hash, _clock);
        var issued = above is [.., var issuer]
            ? unsigned.SignWith(issuer.Issued, issuer.Key.Private)
            : unsigned.SelfSign(key.Private);
        return Edit(new Made(profile, key, issued), plan, above);
    }

    private Made Edit(Made made, CertificatePlan plan, List<Made> above)
    {
        var tree = new CertificateTree(made.Issued.RawData);
        var issuer = above is [] ? null : above[^1];
        var signer = plan.IsForged ? keys.Of(KeyKind.P256, SigningKeys.Stranger) : issuer?.Key ?? made.Key;
        Edit(tree, plan, issuer, signer.Private, made.Profile.SignatureHash ?? HashAlgorithmName.SHA256);
        return made with { IsGood = false, Der = tree.Encode(), EditedName = tree.SubjectName };
    }

    private static void Edit(
        CertificateTree tree,
        CertificatePlan plan,
        Made? issuer,
        AsymmetricAlgorithm signer,
        HashAlgorithmName hash
    )
    {
        if (issuer is { HasEditedName: true, EditedName: { } name } && !plan.KeepsIssuerName)
        {
            tree.NameIssuer(name);
        }

        foreach (var edit in plan.SignedEdits)
        {
            edit.Apply(tree.Signed);
        }

        if (plan.IsForged || plan.SignedEdits is not [] || issuer?.HasEditedName is true)
        {
            tree.Sign(signer, hash);
        }

        foreach (var edit in plan.UnsignedEdits)
        {
            edit.Apply(tree.Signed);
        }

        foreach (var edit in plan.SignatureEdits)
        {
            edit.Apply(tree.Unsigned);
        }
    }

    private static CertificateProfile Profile(CertificatePlan plan, int height, bool isLeaf)
    {
        var good =
            isLeaf ? CertificateProfile.Client("CN=app,O=Example")
            : height == 0 ? CertificateProfile.Authority("Root")
            : CertificateProfile.Authority($"Level {height}");
        var changed = plan.Changes.Aggregate(good, (profile, change) => change.Make(profile));
        return changed with
        {
            PathLength = changed.IsAuthority ? changed.PathLength : null,
            // An extension that is added twice is the same one with another value; twice in one certificate is an edit of its own.
            OtherExtensions =
            [
                .. changed
                    .OtherExtensions.Reverse()
                    .DistinctBy(extension => extension.Oid!.Value)
                    .Where(extension => changed.NameConstraints is null || extension.Oid!.Value != "2.5.29.30"),
            ],
        };
    }

    /// <summary>A certificate that has been made.</summary>
    /// <param name="Profile">What it says before its edits.</param>
    /// <param name="Key">Its key.</param>
    /// <param name="Issued">The certificate before its edits.</param>
    private sealed record Made(CertificateProfile Profile, SigningKey Key, X509Certificate2 Issued)
    {
        /// <summary>Whether nothing is wrong with it nor with those above.</summary>
        public bool IsGood { get; init; }

        /// <summary>Its subject after its edits; null without any.</summary>
        public DerNode? EditedName { get; init; }

        /// <summary>The certificate after its edits.</summary>
        public byte[] Der { get; init; } = Issued.RawData;

        public bool HasEditedName =>
            EditedName is { } name && !name.Encode().AsSpan().SequenceEqual(Issued.SubjectName.RawData);
    }
}
