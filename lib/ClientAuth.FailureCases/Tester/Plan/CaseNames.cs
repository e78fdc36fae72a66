using ClientAuth.FailureCases.Catalogue;
using ClientAuth.FailureCases.Tester.Usage;
using ClientAuth.Protocol;

namespace ClientAuth.FailureCases.Tester.Plan;

/// <summary>The names by which a person chooses cases: of a case (<c>J15</c>, also for <c>J15.array</c>), a section or a method.</summary>
/// <param name="catalogue">The cases.</param>
internal sealed class CaseNames(FailureCatalogue catalogue)
{
    private readonly HashSet<string> _known =
    [
        .. TokenEndpointAuthMethods.All,
        .. catalogue.Sections.Select(section => section.Id),
        .. catalogue.Cases.Select(one => one.Id),
        .. catalogue.Cases.Select(one => one.Id.Split('.')[0]),
    ];

    /// <summary>Refuses a name that is none: a slip would run nothing, or what was to be left out.</summary>
    /// <param name="names">What was written.</param>
    /// <param name="where">Where it was written.</param>
    /// <exception cref="TesterException">One of them is no case, section or method.</exception>
    public void Require(IEnumerable<string> names, string where)
    {
        if (names.FirstOrDefault(name => !_known.Contains(name)) is { } unknown)
        {
            throw TesterException.Usage(
                $"{where}: '{unknown}' is no case, section or method. The sections are "
                    + $"{string.Join(", ", catalogue.Sections.Select(section => section.Id))}."
            );
        }
    }
}
