using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ClientAuth.Protocol.Json;

namespace ClientAuth.Credentials.Clients;

/// <summary>Reads a file with a JSON array, strictly, and says where it is wrong.</summary>
public static class JsonListFile
{
    /// <param name="path">The file.</param>
    /// <param name="name">What kind of file it is, in a word.</param>
    /// <param name="elements">What the array holds, in words.</param>
    /// <param name="type">How it is read.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">It holds no such array, or is no UTF-8; the message names file and place.</exception>
    public static IReadOnlyList<T> Read<T>(
        string path,
        string name,
        string elements,
        JsonTypeInfo<IReadOnlyList<T>> type
    )
    {
        var bytes = Utf8File.Read(name, path);
        try
        {
            return JsonSerializer.Deserialize(bytes, type)
                ?? throw new InvalidDataException($"{path}: holds null; write an array of {elements}.");
        }
        catch (Exception error) when (JsonMistake.IsOne(error))
        {
            var mistake = JsonMistake.Of(error, type);
            var whole = mistake.Path == "$" ? $" The file holds an array of {elements}, [ {{ … }} ]." : "";
            throw new InvalidDataException(
                $"{path}: line {mistake.Line}, at {mistake.Path}: {mistake.Reason}{whole}",
                error
            );
        }
    }
}
