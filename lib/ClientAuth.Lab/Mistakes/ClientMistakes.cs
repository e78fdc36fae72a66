using System.Text.Json.Serialization;
using ClientAuth.Lab.Repository;

namespace ClientAuth.Lab.Mistakes;

/// <summary>The mistakes that people make with client authentication, read from <c>data/client-mistakes.json</c>.</summary>
public sealed record ClientMistakes
{
    /// <summary>What a mistake may be about that is no method of client authentication.</summary>
    public static IReadOnlyList<string> OtherMethods { get; } = ["any", "attestation", "dpop", "registration"];

    /// <summary>Where an editor finds the schema.</summary>
    [JsonPropertyName("$schema")]
    public string? Schema { get; init; }

    /// <summary>The most frequent first; then those that were not counted.</summary>
    public required IReadOnlyList<ClientMistake> Mistakes { get; init; }

    /// <summary>The mistakes of the checkout, <c>data/client-mistakes.json</c>.</summary>
    public static ClientMistakes Load() => ClientMistakesFile.Read(RepositoryData.PathOf("client-mistakes.json"));

    /// <summary>The mistake with this id.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public ClientMistake Find(string id) =>
        Mistakes.FirstOrDefault(mistake => mistake.Id == id)
        ?? throw new ArgumentException($"There is no mistake '{id}'.", nameof(id));

    /// <summary>The mistakes that are met most often, the first of them first.</summary>
    /// <param name="count">How many.</param>
    public IEnumerable<ClientMistake> MostFrequent(int count) =>
        Mistakes.Where(mistake => mistake.Rank is { } rank && rank <= count);
}
