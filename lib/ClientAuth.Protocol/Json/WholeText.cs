using System.Text.Json;

namespace ClientAuth.Protocol.Json;

/// <summary>
/// Whether every string of a JSON value is whole text. JSON can escape half a surrogate pair, which is no character (RFC 8259
/// §8.2), and <see cref="JsonElement.GetString"/> throws on it.
/// </summary>
internal static class WholeText
{
    public static bool Only(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.String => IsWhole(element.GetString),
            JsonValueKind.Array => element.EnumerateArray().All(Only),
            JsonValueKind.Object => element
                .EnumerateObject()
                .All(member => IsWhole(() => member.Name) && Only(member.Value)),
            _ => true,
        };

    private static bool IsWhole(Func<string?> read)
    {
        try
        {
            read();
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
