using System.Text.Json;

namespace ClientAuth.FailureCases.Tester.Clients;

/// <summary>The lines of a JSON text on which its members stand.</summary>
internal static class JsonLines
{
    /// <param name="utf8">The text, known to be JSON.</param>
    /// <param name="client">The index in <c>clients</c>, or negative for a member of the whole.</param>
    /// <param name="member">The member. Where it is missing, the line of its object counts.</param>
    /// <returns>The line, from 1; null where the text has no such client.</returns>
    public static int? Of(ReadOnlySpan<byte> utf8, int client, string member)
    {
        var reader = new Utf8JsonReader(utf8);
        var (index, inClients) = (-1, false);
        long? ofObject = client < 0 ? 0 : null;
        while (reader.Read())
        {
            var isHere =
                client < 0 ? reader.CurrentDepth == 1 : inClients && index == client && reader.CurrentDepth == 3;
            switch (reader.TokenType)
            {
                case JsonTokenType.PropertyName when reader.CurrentDepth == 1:
                    inClients = reader.ValueTextEquals("clients");
                    break;
                case JsonTokenType.StartObject when inClients && reader.CurrentDepth == 2 && ++index == client:
                    ofObject = reader.TokenStartIndex;
                    break;
            }

            if (isHere && reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals(member))
            {
                return LineAt(utf8, reader.TokenStartIndex);
            }
        }

        return ofObject is { } start ? LineAt(utf8, start) : null;
    }

    private static int LineAt(ReadOnlySpan<byte> utf8, long offset) => 1 + utf8[..(int)offset].Count((byte)'\n');
}
