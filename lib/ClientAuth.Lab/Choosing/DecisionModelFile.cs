using System.Text.Json.Serialization;
using ClientAuth.Lab.Repository;
using ClientAuth.Protocol.Json;

namespace ClientAuth.Lab.Choosing;

/// <summary>Reads a decision model strictly: a model that leaves a situation undecided, or has an unused part, is refused.</summary>
public static class DecisionModelFile
{
    /// <summary>Reads a model from a file.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">The model is wrong; the message names file, place and reason.</exception>
    public static DecisionModel Read(string path) =>
        File.Exists(path)
            ? Parse(File.ReadAllBytes(path), path)
            : throw new FileNotFoundException($"The decision model '{path}' does not exist.", path);

    /// <summary>Reads a model.</summary>
    /// <param name="utf8">The JSON text.</param>
    /// <param name="source">What a message calls it.</param>
    /// <exception cref="InvalidDataException">The model is wrong; the message names source, place and reason.</exception>
    public static DecisionModel Parse(ReadOnlySpan<byte> utf8, string source)
    {
        var model = StrictJson.Read(
            utf8,
            source,
            DecisionModelJson.Strict.DecisionModel,
            "an object with inputs and rules"
        );
        return (DecisionModelNames.ProblemOf(model) ?? DecisionModelCoverage.ProblemOf(model)) is { } problem
            ? throw new InvalidDataException($"{source}: {problem}.")
            : model;
    }
}

[JsonSerializable(typeof(DecisionModel))]
internal sealed partial class DecisionModelJson : JsonSerializerContext
{
    public static DecisionModelJson Strict { get; } = new(RepositoryJson.NewOptions());
}
