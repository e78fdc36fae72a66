using System.Text.RegularExpressions;
using ClientAuth.FailureCases.Judging;
using ClientAuth.FailureCases.Requests;
using ClientAuth.Protocol;

namespace ClientAuth.FailureCases.Catalogue;

/// <summary>The rules of a catalogue that its types cannot express.</summary>
internal static partial class CatalogueRules
{
    /// <summary>The first thing that is wrong, naming case and field; null where all is right.</summary>
    public static string? ProblemOf(FailureCatalogue catalogue) =>
        Repeated(catalogue.Sections.Select(section => section.Id)) is { } section
            ? $"the section '{section}' is there twice"
        : Repeated(catalogue.Cases.Select(failureCase => failureCase.Id)) is { } id
            ? $"the case {id} is there twice; name each variant after a full stop, as in J14.variant"
        : catalogue
            .Cases.Select(failureCase =>
                ProblemOf(failureCase) is { } problem ? $"case {failureCase.Id}: {problem}" : null
            )
            .FirstOrDefault(problem => problem is not null);

    private static string? ProblemOf(FailureCase failureCase) =>
        failureCase switch
        {
            _ when !IdForm().IsMatch(failureCase.Id) => "id must be like J14 or J14.variant",
            _ when failureCase.Methods is [] => "methods is empty",
            _ when Repeated(failureCase.Methods) is { } method => $"methods has '{method}' twice",
            _ when failureCase.Methods.Except(TokenEndpointAuthMethods.All).FirstOrDefault() is { } method =>
                $"methods has '{method}'; use {string.Join(", ", TokenEndpointAuthMethods.All)}",
            _ when !EndpointNames.All.Contains(failureCase.Endpoint) =>
                $"endpoint is '{failureCase.Endpoint}'; use {string.Join(", ", EndpointNames.All)}",
            { After: not null, NoAfter: not null } => "after and no_after exclude each other",
            _ when !LessonForm().IsMatch(failureCase.Lesson) => $"lesson is '{failureCase.Lesson}'; write two digits",
            _ => ProblemOf(failureCase.Expect),
        };

    private static string? ProblemOf(Expectation expect)
    {
        var outcomes = new[]
        {
            expect.Issued,
            expect.Status is not null,
            expect.Connection is not null,
            expect.Registration is not null,
        };
        return outcomes.Count(given => given) != 1
                ? "expect needs exactly one of issued, status, connection, registration"
            : expect.Connection is not (null or "refused") ? "expect.connection must be 'refused'"
            : expect.Status is null && (expect.Error ?? expect.Check) is not null
                ? "expect.error and expect.check go with expect.status only"
            : null;
    }

    private static string? Repeated(IEnumerable<string> names) =>
        names.GroupBy(name => name, StringComparer.Ordinal).FirstOrDefault(group => group.Skip(1).Any())?.Key;

    [GeneratedRegex(@"^[A-Z]\d\d(\.[a-z0-9]+(-[a-z0-9]+)*)?\z")]
    private static partial Regex IdForm();

    [GeneratedRegex(@"^\d\d\z")]
    private static partial Regex LessonForm();
}
