using ClientAuth.MockServer.Tests.Differential.Chains;

namespace ClientAuth.MockServer.Tests.Differential.Plans;

/// <summary>How one certificate of a chain differs from a good one.</summary>
internal sealed record CertificatePlan
{
    /// <summary>A good certificate.</summary>
    public static CertificatePlan Plain { get; } = new();

    /// <summary>What it says instead.</summary>
    public IReadOnlyList<ProfileChange> Changes { get; init; } = [];

    /// <summary>The kind of its key.</summary>
    public KeyKind Key { get; init; }

    /// <summary>What is changed in its content before it is signed.</summary>
    public IReadOnlyList<DerEdit> SignedEdits { get; init; } = [];

    /// <summary>What is changed in its content afterwards, and not signed again.</summary>
    public IReadOnlyList<DerEdit> UnsignedEdits { get; init; } = [];

    /// <summary>What is changed in the algorithm and the value of its signature.</summary>
    public IReadOnlyList<DerEdit> SignatureEdits { get; init; } = [];

    /// <summary>Whether somebody else than its issuer signs it.</summary>
    public bool IsForged { get; init; }

    /// <summary>Whether it has the name of its issuer, as an authority that changes its key.</summary>
    public bool IsSelfIssued { get; init; }

    /// <summary>Whether it calls its issuer as that was called before its edits.</summary>
    public bool KeepsIssuerName { get; init; }

    /// <summary>Whether it differs by edits alone.</summary>
    public bool SaysWhatAGoodOneSays => Changes is [] && Key is KeyKind.P256 && !IsSelfIssued;

    /// <summary>The same with one difference less, for each of its differences.</summary>
    public IEnumerable<CertificatePlan> Simpler() =>
        this == Plain
            ? []
            :
            [
                Plain,
                .. Without(Changes).Select(fewer => this with { Changes = fewer }),
                .. Without(SignedEdits).Select(fewer => this with { SignedEdits = fewer }),
                .. Without(UnsignedEdits).Select(fewer => this with { UnsignedEdits = fewer }),
                .. Without(SignatureEdits).Select(fewer => this with { SignatureEdits = fewer }),
            ];

    public override string ToString() =>
        string.Join(
            ", ",
            [
                .. Key is KeyKind.P256 ? Array.Empty<string>() : [$"{Key} key"],
                .. Changes.Select(change => change.Name),
                .. SignedEdits.Select(edit => $"signed: {edit}"),
                .. UnsignedEdits.Select(edit => $"not signed again: {edit}"),
                .. SignatureEdits.Select(edit => $"signature: {edit}"),
                .. IsForged ? ["forged"] : Array.Empty<string>(),
                .. IsSelfIssued ? ["self-issued"] : Array.Empty<string>(),
                .. KeepsIssuerName ? ["keeps its issuer's name"] : Array.Empty<string>(),
            ]
        )
            is { Length: > 0 } words
            ? words
            : "good";

    private static IEnumerable<IReadOnlyList<T>> Without<T>(IReadOnlyList<T> all) =>
        all.Select((_, index) => (IReadOnlyList<T>)[.. all.Where((_, other) => other != index)]);
}
