using System.Text.Json.Serialization;
using ClientAuth.FailureCases.Catalogue;
using ClientAuth.Lab.Repository;
using ClientAuth.Protocol.Json;

namespace ClientAuth.Lab.Gallery;

/// <summary>The groups of failures, read from <c>data/failure-groups.json</c>, in the order in which a gallery shows them.</summary>
public sealed record FailureGroups
{
    private const string OfRegistrations = "registration";

    public required IReadOnlyList<FailureGroup> Groups { get; init; }

    /// <summary>The groups of the checkout.</summary>
    /// <exception cref="InvalidDataException">The file is wrong; the message names file, line and place.</exception>
    public static FailureGroups Load()
    {
        var path = RepositoryData.PathOf("failure-groups.json");
        return StrictJson.Read(
            File.ReadAllBytes(path),
            path,
            FailureGroupsJson.Strict.FailureGroups,
            "an object with groups"
        );
    }

    /// <summary>The group of that name, whatever its case.</summary>
    /// <exception cref="ArgumentException">There is none; the message lists those there are.</exception>
    public FailureGroup Find(string name) =>
        Groups.FirstOrDefault(group => group.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
        ?? throw new ArgumentException(
            $"There is no group '{name}'; there are {string.Join(", ", Groups.Select(group => group.Name))}.",
            nameof(name)
        );

    /// <summary>The group of a case: by the check that must fail, or, where none must, by the case and its section.</summary>
    /// <exception cref="InvalidDataException">There is none; the message says what to add.</exception>
    public FailureGroup Of(FailureCase failureCase, string section) =>
        failureCase.Expect switch
        {
            { Registration: not null } => BySection(OfRegistrations),
            { Check: { } check } => ByCheck(check),
            _ => Groups.FirstOrDefault(group => group.Cases.Any(id => IsOf(failureCase.Id, id))) ?? BySection(section),
        };

    /// <summary>The group of a check.</summary>
    /// <exception cref="InvalidDataException">There is none; the message says what to add.</exception>
    public FailureGroup ByCheck(string check) =>
        Forms(check).Select(With).FirstOrDefault(group => group is not null)
        ?? throw Missing($"checks has '{check}', or one half of that name with '*' for the other");

    private FailureGroup BySection(string section) =>
        Groups.FirstOrDefault(group => group.Sections.Contains(section)) ?? throw Missing($"sections has '{section}'");

    private FailureGroup? With(string form) => Groups.FirstOrDefault(group => group.Checks.Contains(form));

    private static string[] Forms(string check) =>
        check.Split('.') is [var first, var second] ? [check, $"{first}.*", $"*.{second}"] : [check];

    private static bool IsOf(string id, string named) =>
        id == named || id.StartsWith(named + '.', StringComparison.Ordinal);

    private static InvalidDataException Missing(string what) =>
        new($"data/failure-groups.json has no group whose {what}; add it to the group where a learner would look.");
}

[JsonSerializable(typeof(FailureGroups))]
internal sealed partial class FailureGroupsJson : JsonSerializerContext
{
    public static FailureGroupsJson Strict { get; } = new(RepositoryJson.NewOptions());
}
