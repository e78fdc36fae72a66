using System.Text.Json;
using System.Text.Json.Nodes;

namespace ClientAuth.FailureCases.Drafts;

/// <summary>JSON as text; a number stays as it is written, <c>1e400</c> too.</summary>
internal static class JsonText
{
    public static string Of(JsonNode? node) => node?.ToJsonString() ?? "null";

    public static string Of(string text) => $"\"{JsonEncodedText.Encode(text)}\"";
}
