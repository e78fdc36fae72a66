using System.Text.Json;
using System.Text.Json.Serialization;
using ClientAuth.Protocol.Json;

namespace ClientAuth.FailureCases.Catalogue;

/// <summary>The failure cases, read strictly from <c>data/failure-cases.json</c>.</summary>
public sealed record FailureCatalogue
{
    /// <summary>Where an editor finds the schema.</summary>
    [JsonPropertyName("$schema")]
    public string? Schema { get; init; }

    public required IReadOnlyList<CaseSection> Sections { get; init; }

    /// <summary>Every case, in the file's order.</summary>
    [JsonIgnore]
    public IEnumerable<FailureCase> Cases => Sections.SelectMany(section => section.Cases);

    /// <summary>Reads a catalogue from a file.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">The catalogue is wrong; the message names file, line, case and field.</exception>
    public static FailureCatalogue Load(string path) =>
        File.Exists(path)
            ? Read(File.ReadAllBytes(path), path)
            : throw new FileNotFoundException($"The failure catalogue '{path}' does not exist.", path);

    /// <summary>Reads a catalogue.</summary>
    /// <param name="utf8">The JSON text.</param>
    /// <param name="source">What a message calls it.</param>
    /// <exception cref="InvalidDataException">The catalogue is wrong; the message names source, line, case and field.</exception>
    public static FailureCatalogue Read(ReadOnlySpan<byte> utf8, string source)
    {
        FailureCatalogue catalogue;
        try
        {
            catalogue =
                JsonSerializer.Deserialize(utf8, CatalogueJson.Default.FailureCatalogue)
                ?? throw new InvalidDataException($"{source}: holds null; write an object with sections.");
        }
        catch (Exception error) when (JsonMistake.IsOne(error))
        {
            var mistake = JsonMistake.Of(error, CatalogueJson.Default.FailureCatalogue);
            throw new InvalidDataException($"{source}: {CatalogueMistake.Describe(mistake, utf8)}", error);
        }

        return CatalogueRules.ProblemOf(catalogue) is { } problem
            ? throw new InvalidDataException($"{source}: {problem}.")
            : catalogue;
    }

    /// <summary>The case with this id.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public FailureCase Find(string id) =>
        Cases.FirstOrDefault(failureCase => failureCase.Id == id)
        ?? throw new ArgumentException($"The catalogue has no case '{id}'.", nameof(id));
}

/// <summary>Cases that belong together.</summary>
public sealed record CaseSection
{
    /// <summary>Stable name, for example <c>assertion</c>.</summary>
    public required string Id { get; init; }

    public required string Title { get; init; }

    public required IReadOnlyList<FailureCase> Cases { get; init; }
}
