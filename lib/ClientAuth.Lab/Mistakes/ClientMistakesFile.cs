using System.Text.Json.Serialization;
using ClientAuth.Lab.Repository;
using ClientAuth.Protocol.Json;

namespace ClientAuth.Lab.Mistakes;

/// <summary>Reads the mistakes strictly: an entry without a case, a cell or a reason for having neither is refused.</summary>
public static class ClientMistakesFile
{
    /// <summary>Reads mistakes from a file.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">The file is wrong; the message names file, place and reason.</exception>
    public static ClientMistakes Read(string path) =>
        File.Exists(path)
            ? Parse(File.ReadAllBytes(path), path)
            : throw new FileNotFoundException($"The file of mistakes '{path}' does not exist.", path);

    /// <summary>Reads mistakes.</summary>
    /// <param name="utf8">The JSON text.</param>
    /// <param name="source">What a message calls it.</param>
    /// <exception cref="InvalidDataException">The text is wrong; the message names source, place and reason.</exception>
    public static ClientMistakes Parse(ReadOnlySpan<byte> utf8, string source)
    {
        var mistakes = StrictJson.Read(
            utf8,
            source,
            ClientMistakesJson.Strict.ClientMistakes,
            "an object with mistakes"
        );
        return ClientMistakesRules.ProblemOf(mistakes) is { } problem
            ? throw new InvalidDataException($"{source}: {problem}.")
            : mistakes;
    }
}

[JsonSerializable(typeof(ClientMistakes))]
internal sealed partial class ClientMistakesJson : JsonSerializerContext
{
    public static ClientMistakesJson Strict { get; } = new(RepositoryJson.NewOptions());
}
