using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace ClientAuth.Protocol.Json;

/// <summary>Reads a JSON text strictly; the error message tells its author where it is wrong.</summary>
public static class StrictJson
{
    /// <param name="utf8">The JSON text.</param>
    /// <param name="source">What a message calls it.</param>
    /// <param name="type">How it is read, and how strictly.</param>
    /// <param name="insteadOfNull">What to write where the whole text is null, for example <c>a list of runs</c>.</param>
    /// <exception cref="InvalidDataException">The text is wrong; the message names source, line, place and reason.</exception>
    public static T Read<T>(ReadOnlySpan<byte> utf8, string source, JsonTypeInfo<T> type, string insteadOfNull)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(utf8, type)
                ?? throw new InvalidDataException($"{source}: holds null; write {insteadOfNull}.");
        }
        catch (Exception error) when (JsonMistake.IsOne(error))
        {
            var mistake = JsonMistake.Of(error, type);
            throw new InvalidDataException(
                $"{source}: line {mistake.Line}, at {mistake.Path}: {mistake.Reason}",
                error
            );
        }
    }
}
