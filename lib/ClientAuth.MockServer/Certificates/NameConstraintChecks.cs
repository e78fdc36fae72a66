using System.Formats.Asn1;
using System.Runtime.CompilerServices;
using System.Security.Cryptography.X509Certificates;
using ClientAuth.MockServer.Certificates.Names;
using ClientAuth.MockServer.Checks;

namespace ClientAuth.MockServer.Certificates;

/// <summary>
/// Whether every authority speaks only for names that those above it let it speak for (RFC 5280 §6.1.3 (b) and (c)). All five kinds
/// that the Internet's profile knows, on every platform alike.
/// </summary>
internal sealed class NameConstraintChecks
{
    /// <summary>Most comparisons of a name with a constraint that one request is worth.</summary>
    public const int MostComparisons = 50_000;

    // A connection brings the same authorities with each of its requests.
    private readonly ConditionalWeakTable<X509Certificate2, StrongBox<NameConstraints?>> _constraints = [];

    /// <summary>What the paths of one request may take of <see cref="MostComparisons"/>.</summary>
    public static Remaining NewAllowance() => new(MostComparisons);

    public bool Check(CertificatePath path, Remaining comparisons, CheckTrace trace)
    {
        var problem = Problem(path, comparisons);
        return trace.Check(
            Rules.CertificateNameConstraints,
            problem is null,
            "names that each authority above may certify",
            problem ?? $"{Quote.Text(path.Leaf.Subject)}, below {Constrained(path)} constrained authorities"
        );
    }

    private int Constrained(CertificatePath path) =>
        path.Authorities.Count(authority => ConstraintsOf(authority) is not null);

    private string? Problem(CertificatePath path, Remaining comparisons)
    {
        var names = new Lazy<IReadOnlyList<IReadOnlyList<GeneralName>>>(() =>
            [.. path.Certificates.Select((certificate, below) => CertifiedNames.Of(certificate, isLeaf: below == 0))]
        );
        // From the anchor down, as a path is validated.
        for (var height = path.Certificates.Count - 1; height > 0; height--)
        {
            var authority = path.Certificates[height];
            try
            {
                if (
                    ConstraintsOf(authority) is { } constraints
                    && Problem(path, height, names.Value, constraints, comparisons) is { } problem
                )
                {
                    return problem;
                }
            }
            catch (AsnContentException)
            {
                return $"a name that cannot be read, below {Quote.Text(authority.Subject)}, which may not certify every name";
            }
        }

        return null;
    }

    private static string? Problem(
        CertificatePath path,
        int height,
        IReadOnlyList<IReadOnlyList<GeneralName>> names,
        NameConstraints constraints,
        Remaining comparisons
    )
    {
        for (var below = 0; below < height; below++)
        {
            // A self-issued authority is free, since it has the name of one that was judged.
            if (below > 0 && CertificatePath.IsSelfIssued(path.Certificates[below]))
            {
                continue;
            }

            foreach (var name in names[below])
            {
                if (!comparisons.TryTake(constraints.CostOf(name)))
                {
                    return $"more than {MostComparisons} comparisons of names with the constraints on them";
                }

                if (!constraints.Allow(name))
                {
                    return $"{name.Describe()}, which {Quote.Text(path.Certificates[height].Subject)} may not certify";
                }
            }
        }

        return null;
    }

    private NameConstraints? ConstraintsOf(X509Certificate2 authority) =>
        _constraints.GetValue(authority, one => new StrongBox<NameConstraints?>(NameConstraints.Of(one))).Value;
}
