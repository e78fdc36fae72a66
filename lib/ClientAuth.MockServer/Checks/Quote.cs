using System.Buffers;
using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.RegularExpressions;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Checks;

/// <summary>Values from a request, made fit for a trace: in quotes, cut short, without control characters.</summary>
internal static partial class Quote
{
    private const int MaximumLength = 120;
    private const int BeginningLength = 6;

    // The server's own begin with the time, in eleven characters.
    private const int NonceLength = 16;

    // 128 random bits take at least as many printable characters: what is shorter is an identifier, or a secret that guards nothing.
    private const int ShortestSecret = 20;

    private static readonly SearchValues<char> Controls = SearchValues.Create([
        .. Enumerable.Range(0, 0x100).Select(code => (char)code).Where(char.IsControl),
    ]);

    // Those of the pattern of a secret below.
    private static readonly SearchValues<char> SecretCharacters = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_+-"
    );

    // Identifiers and hashes, which are random and no secrets.
    private static readonly string[] RandomMembers = ["kid", "jti", "cnf", "client_id", "nonce"];

    public static string Text(string? value) => value is null ? "nothing" : $"'{Printable(value)}'";

    /// <summary>
    /// What may be a credential, or is too long to read: how it begins, and how long it is, as transcripts show it. Of a short value less
    /// than a quarter is shown.
    /// </summary>
    public static string Beginning(string value) =>
        value is "" ? "nothing" : $"{Start(value, BeginningLength)} ({value.Length} characters)";

    /// <summary>The same, but for what is too short to be a secret: that stands there whole.</summary>
    public static string Unknown(string value) => value.Length < ShortestSecret ? Text(value) : Beginning(value);

    /// <summary>What was sent where one of a few words belongs, without what may be a secret in the wrong place.</summary>
    public static string Sent(string? value) => Text(value is null ? null : Shorten(value));

    /// <summary>An HTTP method. It is any word that the client likes, so it may be a secret as well.</summary>
    public static string Method(string method) => Printable(Shorten(method));

    /// <summary>The text, in which each run of characters that may be a secret is cut down to its beginning and its length.</summary>
    public static string Shorten(string text) =>
        !HasLongRun(text)
            ? text
            : SecretRun()
                .Replace(
                    text,
                    run => $"{run.Value[..Math.Min(BeginningLength, run.Length / 4)]}… ({run.Length} characters)"
                );

    /// <summary>Bytes: how many, and how they begin in base64url.</summary>
    public static string Bytes(ReadOnlySpan<byte> value) =>
        value.IsEmpty ? "0 bytes" : $"{value.Length} bytes {Start(Base64Url.EncodeToString(value), BeginningLength)}";

    /// <summary>A nonce or challenge, which is no secret: as much as tells it from those of the same moment.</summary>
    public static string Nonce(string value) => Start(value, NonceLength);

    /// <summary>A JWS that could be read. It may be a credential, so it is counted and not quoted.</summary>
    public static string Jws(DecodedJwt jwt) =>
        $"a header of {jwt.Header.EnumerateObject().Count()} and a payload of {jwt.Payload.EnumerateObject().Count()} members";

    /// <summary>A member of a JSON object as it is written there; unless identifiers stand there, without what may be a secret.</summary>
    public static string Member(JsonElement json, string name) =>
        !json.TryGetProperty(name, out var value)
            ? "nothing"
            : Printable(RandomMembers.Contains(name) ? value.GetRawText() : Shorten(value.GetRawText()));

    /// <summary>
    /// What stands where an identifier belongs. One that nobody registered may be a secret in the wrong place, and is described
    /// where it is long enough to be one.
    /// </summary>
    public static string Identifier(string? value, Func<string, bool> isRegistered) =>
        IsPerhapsSecret(value, isRegistered) ? Unregistered(value) : Text(value);

    /// <summary>The same for a member of a JSON object, as it is written there.</summary>
    public static string Identifier(JsonElement json, string name, Func<string, bool> isRegistered) =>
        json.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.String
        && value.GetString() is var text
        && IsPerhapsSecret(text, isRegistered)
            ? Unregistered(text)
            : Member(json, name);

    /// <summary>A duration in whole seconds, rounded up: who waits that long has waited long enough.</summary>
    public static TimeSpan WholeSeconds(TimeSpan duration) => TimeSpan.FromSeconds(Math.Ceiling(duration.TotalSeconds));

    // Whether there is anything for the pattern below to look at: most texts have no word that is so long.
    private static bool HasLongRun(ReadOnlySpan<char> text)
    {
        while (text.Length >= ShortestSecret)
        {
            if (text[..ShortestSecret].LastIndexOfAnyExcept(SecretCharacters) is not (>= 0 and var other))
            {
                return true;
            }

            text = text[(other + 1)..];
        }

        return false;
    }

    private static bool IsPerhapsSecret([NotNullWhen(true)] string? value, Func<string, bool> isRegistered) =>
        value?.Length >= ShortestSecret && !isRegistered(value);

    private static string Unregistered(string value) => $"an unregistered identifier of {value.Length} characters";

    private static string Start(string value, int most) => $"'{Printable(value[..Math.Min(most, value.Length / 4)])}…'";

    // As long as the shortest secret, in the alphabets of Base64, base64url and hexadecimal; words have neither digits nor capitals. Looked
    // for where a run begins, so that the cost of a long text is that of its length.
    [GeneratedRegex("(?<![A-Za-z0-9_+-])(?=[A-Za-z0-9_+-]{20})(?>[a-z_+-]*)[A-Z0-9][A-Za-z0-9_+-]*")]
    private static partial Regex SecretRun();

    private static string Printable(string value)
    {
        var cut = value.Length > MaximumLength ? value[..MaximumLength] + "…" : value;
        return cut.AsSpan().ContainsAny(Controls)
            ? string.Concat(cut.Select(c => char.IsControl(c) ? '\uFFFD' : c))
            : cut;
    }
}
