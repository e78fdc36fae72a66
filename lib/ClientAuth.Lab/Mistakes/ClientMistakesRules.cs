using System.Text.RegularExpressions;
using ClientAuth.Protocol;

namespace ClientAuth.Lab.Mistakes;

/// <summary>Checks that the entries are in order, that no text is empty, and that each entry names a case, a cell or the reason for having neither.</summary>
internal static partial class ClientMistakesRules
{
    /// <summary>The first thing that is wrong; null where all is right.</summary>
    public static string? ProblemOf(ClientMistakes mistakes)
    {
        // The serializer checks members for null, not the elements of a list.
        if (mistakes.Mistakes.Contains(null!) || mistakes.Mistakes.Any(HasNull))
        {
            return "a list holds null; leave it out";
        }

        return Order(mistakes.Mistakes)
            ?? mistakes.Mistakes.Select(ProblemOf).FirstOrDefault(problem => problem is not null)
            ?? Twice(mistakes.Mistakes);
    }

    private static bool HasNull(ClientMistake mistake) =>
        mistake.Symptoms.Contains(null!) || mistake.Methods.Contains(null!) || mistake.Cases.Contains(null!);

    private static string? Order(IReadOnlyList<ClientMistake> all)
    {
        var ranked = all.Count(mistake => mistake.Rank is not null);
        for (var index = 0; index < all.Count; index++)
        {
            var (mistake, id) = (all[index], $"M{index + 1:00}");
            int? rank = index < ranked ? index + 1 : null;
            if (mistake.Id != id || mistake.Rank != rank)
            {
                return $"entry {index + 1} has id '{mistake.Id}' and rank {Rank(mistake.Rank)}; "
                    + $"in this place stands '{id}' with rank {Rank(rank)}";
            }
        }

        return all is [] ? "mistakes is empty" : null;
    }

    private static string Rank(int? rank) => rank is { } number ? $"{number}" : "null";

    private static string? ProblemOf(ClientMistake mistake)
    {
        var problem =
            mistake.Symptoms is [] ? "symptoms is empty"
            : Texts(mistake).Any(string.IsNullOrWhiteSpace) ? "a text is empty"
            : mistake.Methods is [] ? "methods is empty"
            : mistake.Methods.Except(Methods).FirstOrDefault() is { } method
                ? $"methods has '{method}'; use {string.Join(", ", Methods)}"
            : mistake.LessonCell is { } cell && !Cell.IsMatch(cell)
                ? $"lesson_cell is '{cell}'; write the lesson's number, # and the cell's id, as in 02#window"
            : LeadsSomewhere(mistake) == mistake.NoneBecause is not null
                ? "name a case or a lesson_cell, or say why there is none in none_because, and not both"
            : null;
        return problem is null ? null : $"mistake {mistake.Id}: {problem}";
    }

    private static IEnumerable<string> Methods =>
        ClientMistakes.OtherMethods.Concat(
            TokenEndpointAuthMethods.All.Where(name => !name.StartsWith("attest_", StringComparison.Ordinal))
        );

    private static IEnumerable<string> Texts(ClientMistake mistake) =>
        [
            mistake.Title,
            mistake.Wrong,
            mistake.Look,
            mistake.Mend,
            mistake.NoneBecause ?? "none",
            .. mistake.Symptoms.SelectMany(symptom => new[] { symptom.Server ?? "none", symptom.Text }),
        ];

    private static bool LeadsSomewhere(ClientMistake mistake) =>
        mistake.Cases is not [] || mistake.LessonCell is not null;

    private static string? Twice(IReadOnlyList<ClientMistake> all) =>
        all.SelectMany(mistake => mistake.Symptoms.Select(symptom => (symptom.Server, symptom.Text)))
            .GroupBy(symptom => symptom)
            .FirstOrDefault(group => group.Skip(1).Any())
            is { } twice
            ? $"{twice.Key.Server ?? "a symptom without a server"} says '{twice.Key.Text}' twice; one message leads to one entry"
            : null;

    [GeneratedRegex(@"^\d\d#[a-z0-9-]+$")]
    private static partial Regex Cell { get; }
}
