using ClientAuth.Credentials;

namespace ClientAuth.FailureCases.Certificates;

/// <summary>For which names an authority may speak (RFC 5280 §4.2.1.10).</summary>
public sealed record NameConstraintsChange
{
    public IReadOnlyList<SubtreeChange>? Permitted { get; init; }

    public IReadOnlyList<SubtreeChange>? Excluded { get; init; }

    /// <summary>So many excluded DNS names more: <c>x0.lab.example</c> and so on.</summary>
    public int? NumberedExclusions { get; init; }

    internal NameConstraints ToConstraints() =>
        new()
        {
            Permitted = [.. (Permitted ?? []).Select(subtree => subtree.ToSubtree())],
            Excluded =
            [
                .. (Excluded ?? []).Select(subtree => subtree.ToSubtree()),
                .. Enumerable
                    .Range(0, NumberedExclusions ?? 0)
                    .Select(number => GeneralSubtree.Dns($"x{number}.lab.example")),
            ],
        };
}
