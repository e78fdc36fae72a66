using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace ClientAuth.Credentials;

/// <summary>Reads a file with a JSON array, strictly, and says where it is wrong.</summary>
internal static class JsonListFile
{
    /// <param name="path">The file.</param>
    /// <param name="name">What kind of file it is, in a word.</param>
    /// <param name="elements">What the array holds, in words.</param>
    /// <param name="type">How it is read.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">It holds no such array; the message names file and place.</exception>
    public static IReadOnlyList<T> Read<T>(
        string path,
        string name,
        string elements,
        JsonTypeInfo<IReadOnlyList<T>> type
    )
    {
        if (!File.Exists(path))
        {
            throw new FileNotFoundException($"The {name} file '{path}' does not exist.", path);
        }

        try
        {
            return JsonSerializer.Deserialize(File.ReadAllBytes(path), type)
                ?? throw new InvalidDataException($"{path}: holds null; write an array of {elements}.");
        }
        catch (JsonException error)
        {
            throw new InvalidDataException(
                $"{path}: line {error.LineNumber + 1}, byte {error.BytePositionInLine}, at {error.Path}: {Reason(error, elements)}",
                error
            );
        }
    }

    // The serializer ends its message with the position, which stands at the front already.
    private static string Reason(JsonException error, string elements)
    {
        if (
            error.Path == "$"
            && error.Message.StartsWith("The JSON value could not be converted", StringComparison.Ordinal)
        )
        {
            return $"the file must hold an array of {elements}, [ {{ … }} ].";
        }

        var end = error.Message.IndexOf(" Path: ", StringComparison.Ordinal);
        return end < 0 ? error.Message : error.Message[..end];
    }
}
