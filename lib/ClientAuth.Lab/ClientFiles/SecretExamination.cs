using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace ClientAuth.Lab.ClientFiles;

/// <summary>Examines a secret, a passphrase or another single text.</summary>
internal static class SecretExamination
{
    private const string What = "Secret";
    private const int OctetsOfSha256 = 32;

    public static CredentialExamination Examine(string? value) =>
        new(What, value is null ? [("Length", "none: null")] : [.. Facts(value)], Flaw(value));

    private static IEnumerable<(string Name, string Value)> Facts(string value)
    {
        var octets = Encoding.UTF8.GetByteCount(value);
        yield return (
            "Length",
            string.Create(CultureInfo.InvariantCulture, $"{value.Length} characters, {octets} octets")
        );
        yield return ("Ends in", value is [.., var last] ? Name(last) : "nothing");
        if (value.Any(one => "+/%:=& ".Contains(one)))
        {
            yield return (
                "Form encoding",
                "changes the secret: client and server must both apply it (RFC 6749 §2.3.1)"
            );
        }

        if (DecodedLength(value) is { } decoded)
        {
            yield return (
                "As a key of HS256",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"the text has {octets} octets; decoded from Base64 it would have {decoded}, and be another key"
                )
            );
        }

        if (Guid.TryParseExact(value, "D", out _))
        {
            yield return ("Form", "a GUID: at some servers the identifier of a secret, not the secret");
        }
    }

    private static CredentialFlaw? Flaw(string? value)
    {
        if (MissingValue.Explain(value) is { } missing)
        {
            return missing;
        }

        var text = value!;
        return IsJwk(text)
                ? new(
                    "This is no secret, but a key as JSON (JWK, RFC 7517).",
                    "Load it as a JWK. Where kty is oct, the secret is what k holds, decoded from Base64url."
                )
            : text.TrimEnd('\r', '\n') != text
                ? new(
                    "The secret ends in a line break.",
                    "Cut the line break off where the secret is read, and write none: printf or echo -n in place of echo."
                )
            : text.Trim() != text
                ? new(
                    "White space surrounds the secret.",
                    "Trim the secret where it is read, and look where it was copied."
                )
            : text is ['"', .., '"'] or ['\'', .., '\'']
                ? new("Quotes surround the secret.", "Take the quotes off where the secret is written.")
            : text.FirstOrDefault(one => one is < ' ' or > '~') is not '\0' and var odd
                ? new(
                    $"The secret holds {Name(odd)}; a client secret is printable ASCII (RFC 6749 Appendix A.2).",
                    "Copy the secret again from where it was made, not from a document or a chat."
                )
            : Encoding.UTF8.GetByteCount(text) < OctetsOfSha256
                ? new(
                    "The secret is shorter than 32 octets: too short for HS256, and perhaps short enough to guess.",
                    "Make a random secret of 32 octets or more."
                )
            : null;
    }

    private static bool IsJwk(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            return json.RootElement is { ValueKind: JsonValueKind.Object } members
                && (members.TryGetProperty("kty", out _) || members.TryGetProperty("keys", out _));
        }
        catch (Exception error) when (error is JsonException or ArgumentException)
        {
            return false; // ArgumentException: half of a surrogate pair
        }
    }

    private static string Name(char one) =>
        one switch
        {
            '\n' => "a line feed (0A)",
            '\r' => "a carriage return (0D)",
            '\t' => "a tab (09)",
            ' ' => "a space (20)",
            '\u00A0' => "a no-break space (U+00A0)",
            '\u200B' => "a zero-width space (U+200B)",
            '\uFEFF' => "a byte order mark (U+FEFF)",
            < ' ' or > '~' => string.Create(
                CultureInfo.InvariantCulture,
                $"a character outside ASCII (U+{(int)one:X4})"
            ),
            _ => "a printable character",
        };

    private static int? DecodedLength(string value) =>
        Base64.IsValid(value, out var length) || Base64Url.IsValid(value, out length) ? length : null;
}
