using System.Text.RegularExpressions;

namespace ClientAuth.Lab.OwnServer.Probing;

/// <summary>
/// A foreign server's words without anything that could be a credential: some servers repeat what they were sent. What was sent is left
/// out, and so is every long run of letters and digits, which a token, a key or a number of the request would be.
/// </summary>
internal static partial class Redaction
{
    private const string Instead = "(not shown)";
    private const int LongestText = 160;
    private const int LongestCode = 40;
    private const int ShortestSecret = 4;

    /// <summary>A description, cut to a line.</summary>
    /// <param name="text">What the server wrote.</param>
    /// <param name="sent">What it was sent and must not come back.</param>
    public static string? Text(string? text, IEnumerable<string> sent)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        var without = sent.Where(one => one.Length >= ShortestSecret)
            .OrderByDescending(one => one.Length)
            .Aggregate(text, (left, one) => left.Replace(one, Instead, StringComparison.OrdinalIgnoreCase));
        var line = Unprintable().Replace(LongRun().Replace(without, Instead), " ").Trim();
        return line.Length > LongestText ? $"{line[..LongestText]}…" : line;
    }

    /// <summary>An error code; null for what is none, or could be something else.</summary>
    public static string? Code(string? error, IEnumerable<string> sent) =>
        error is { Length: > 0 and <= LongestCode } && Plain().IsMatch(error) && !sent.Contains(error) ? error : null;

    // A description has words; 24 characters without a space, a full stop or a colon are none. A JWT begins with {" in Base64url.
    [GeneratedRegex(@"eyJ[A-Za-z0-9_\-.]+|[A-Za-z0-9_\-+/=%~]{24,}")]
    private static partial Regex LongRun();

    [GeneratedRegex(@"[\x00-\x1F\x7F-\x9F\s]+")]
    private static partial Regex Unprintable();

    [GeneratedRegex(@"\A[a-z][A-Za-z0-9_.-]*\z")]
    private static partial Regex Plain();
}
