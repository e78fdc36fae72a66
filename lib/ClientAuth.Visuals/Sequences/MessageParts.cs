using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using ClientAuth.Protocol;
using ClientAuth.Protocol.Recording;
using ClientAuth.Visuals.Text;
using ClientAuth.Visuals.Transcripts;

namespace ClientAuth.Visuals.Sequences;

/// <summary>What a message carries, by name: sizes of what is long or secret, values only of what tells one message from another.</summary>
internal static partial class MessageParts
{
    private const int Most = 8;

    // None of them is a credential.
    private static readonly string[] Telling =
    [
        "grant_type",
        "scope",
        "client_id",
        "software_id",
        "token_type",
        "expires_in",
    ];

    private static readonly string[] TellingHeaders = ["WWW-Authenticate", "DPoP-Nonce", "Retry-After", "Location"];

    public static IReadOnlyList<string> Of(RecordedRequest request) =>
        First([
            .. request.Headers.Where(header => CredentialNames.IsHeader(header.Name)).Select(Credential),
            .. Body(request.Body),
        ]);

    public static IReadOnlyList<string> Of(RecordedResponse response) =>
        First([
            .. Body(response.Body).Where(part => part is not "error"),
            .. response.Headers.Where(header => TellingHeaders.Any(header.Is)).Select(Told),
        ]);

    private static IReadOnlyList<string> First(IReadOnlyList<string> parts) =>
        [
            .. parts.Take(Most).Select(StepWords.Shown),
            .. parts.Count > Most ? [$"… {Numbers.Show(parts.Count - Most)} more"] : Array.Empty<string>(),
        ];

    // The scheme stays, what follows it is the credential.
    private static string Credential(RecordedHeader header)
    {
        var space = header.Value.IndexOf(' ', StringComparison.Ordinal);
        var hasScheme = header.Name.EndsWith("Authorization", StringComparison.OrdinalIgnoreCase) && space > 0;
        return hasScheme
            ? $"{header.Name} {header.Value[..space]} ({Size(header.Value[(space + 1)..])})"
            : $"{header.Name} ({Size(header.Value)})";
    }

    private static string Told(RecordedHeader header) =>
        header.Name.ToUpperInvariant() switch
        {
            "WWW-AUTHENTICATE" => $"{header.Name} {header.Value.Split(' ')[0]}",
            "RETRY-AFTER" => $"{header.Name} {header.Value}",
            _ => header.Name,
        };

    private static IEnumerable<string> Body(string body) =>
        body.Length == 0 ? []
        : ReadableJson.Object(body) is { } json ? json.EnumerateObject().Select(Member)
        : ShownBody.Read(body)?.Parameters is { } parameters ? parameters.Zip(Values(body), Parameter)
        : [$"a body ({Size(body)})"];

    // As sent, for their sizes; what is shown comes from the parameter, which keeps credentials out.
    private static IEnumerable<string> Values(string form) =>
        form.Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(pair => pair.Split('=', 2).ElementAtOrDefault(1) ?? "");

    private static string Parameter(FormParameter parameter, string sent) =>
        Telling.Contains(parameter.Name) ? Value(parameter.Name, parameter.Meant)
        : IsLong(parameter.Name, sent) ? $"{parameter.Name} ({Size(sent)})"
        : parameter.Name;

    private static string Member(JsonProperty member) =>
        ReadableJson.Text(member.Value) is { } text
            ? Telling.Contains(member.Name)
                ? Value(member.Name, text)
                : IsLong(member.Name, text)
                    ? $"{member.Name} ({Size(text)})"
                    : member.Name
            : Telling.Contains(member.Name)
                ? $"{member.Name} {member.Value.GetRawText()}"
                : member.Name;

    // The registered URN of a grant says in its last part what it is.
    private static string Value(string name, string value) =>
        $"{name} {(name == "grant_type" ? value.Split(':')[^1] : value)}";

    private static bool IsLong(string name, string value) => CredentialNames.IsMember(name) || Jwt().IsMatch(value);

    private static string Size(string value)
    {
        var bytes = Encoding.UTF8.GetByteCount(value);
        return $"{(Jwt().IsMatch(value) ? "JWT, " : "")}{Numbers.Show(bytes)} {(bytes == 1 ? "byte" : "bytes")}";
    }

    [GeneratedRegex(@"^eyJ[A-Za-z0-9_-]*\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]*$")]
    private static partial Regex Jwt();
}
