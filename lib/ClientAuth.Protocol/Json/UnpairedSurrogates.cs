using System.Text.Json;

namespace ClientAuth.Protocol.Json;

/// <summary>
/// Finds strings of a JSON value that hold half a surrogate pair. JSON can escape one, although it is no character (RFC 8259
/// §8.2), and <see cref="JsonElement.GetString"/> throws on it.
/// </summary>
internal static class UnpairedSurrogates
{
    public static bool AreIn(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.String => Throws(element.GetString),
            JsonValueKind.Array => element.EnumerateArray().Any(AreIn),
            JsonValueKind.Object => element
                .EnumerateObject()
                .Any(member => Throws(() => member.Name) || AreIn(member.Value)),
            _ => false,
        };

    private static bool Throws(Func<string?> read)
    {
        try
        {
            read();
            return false;
        }
        catch (InvalidOperationException)
        {
            return true;
        }
    }
}
