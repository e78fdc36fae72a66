using System.Text.Json;
using System.Text.Json.Nodes;
using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Reading;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Platforms;

/// <summary>Reads what a device sends for a Client Attestation Token: a JSON object in a POST request.</summary>
internal static class DeviceRequestBody
{
    private const string Method = "POST";
    private const string ChallengeMember = "challenge";

    /// <summary>The request, or null where a check failed. A challenge that is missing is empty: it has a refusal of its own.</summary>
    public static ClientAttestationTokenRequest? Read(IncomingRequest incoming, CheckTrace trace) =>
        trace.Check(Rules.DeviceVerb, incoming.Http.Method == Method, Method, Quote.Method(incoming.Http.Method))
        && trace.Check(
            Rules.DeviceContentType,
            DeclaredMediaType.Is(incoming, DeclaredMediaType.Json),
            DeclaredMediaType.Json,
            DeclaredMediaType.Seen(incoming)
        )
            ? ReadBody(incoming.Http.Body, trace)
            : null;

    private static ClientAttestationTokenRequest? ReadBody(string body, CheckTrace trace)
    {
        var (members, seen) = JsonBody.Parse(body);
        var request = members is null ? null : Parse(members, out seen);
        trace.Check(
            Rules.DeviceRequest,
            request is not null,
            "a JSON object with client_id, challenge and attestation, no name twice",
            seen
        );
        return request;
    }

    private static ClientAttestationTokenRequest? Parse(JsonObject members, out string seen)
    {
        if (members[ChallengeMember] is null)
        {
            members[ChallengeMember] = "";
        }

        try
        {
            seen = $"{members.Count} members";
            return members.Deserialize(ProtocolJson.Default.ClientAttestationTokenRequest);
        }
        catch (JsonException e)
        {
            // The place alone: the rest of the message may quote what was sent.
            seen = $"a member missing or of the wrong type at {Quote.Text(e.Path)}";
            return null;
        }
    }
}
