using System.Text.Json.Nodes;
using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Reading;

namespace ClientAuth.MockServer.Registrations;

/// <summary>Reads the body of a registration: one JSON object, no name twice, whole text (RFC 7591 §3.1).</summary>
internal static class RegistrationBody
{
    /// <summary>The members, or null where a check failed. A member that is null is left out (RFC 7592 §2.2).</summary>
    public static JsonObject? Read(IncomingRequest incoming, CheckTrace trace) =>
        trace.Check(
            Rules.RegistrationContentType,
            DeclaredMediaType.Is(incoming, DeclaredMediaType.Json),
            DeclaredMediaType.Json,
            DeclaredMediaType.Seen(incoming)
        )
            ? ReadObject(incoming.Http.Body, trace)
            : null;

    private static JsonObject? ReadObject(string body, CheckTrace trace)
    {
        var (members, seen) = JsonBody.Parse(body);
        return
            trace.Check(Rules.RegistrationJson, members is not null, "a JSON object, no name twice", seen)
            && members is not null
            ? WithoutNulls(members)
            : null;
    }

    private static JsonObject WithoutNulls(JsonObject members)
    {
        foreach (var (name, _) in members.Where(member => member.Value is null).ToList())
        {
            members.Remove(name);
        }

        return members;
    }
}
