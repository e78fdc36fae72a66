using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace NotebookEngine.Book;

/// <summary>
/// The page's Content-Security-Policy (CSP Level 3): nothing is fetched from anywhere but the book, and no script runs but the book's own and
/// those that stood in a page when the book was made, by their hashes.
/// </summary>
internal static partial class ContentPolicy
{
    internal static string Of(string body) =>
        "default-src 'none'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; script-src 'self'"
        + string.Concat(
            Script
                .Matches(body)
                .Where(script => !Data.IsMatch(script.Groups["attributes"].Value))
                .Select(script => Hash(script.Groups["text"].Value))
                .Distinct(StringComparer.Ordinal)
                .Select(hash => $" 'sha256-{hash}'")
        )
        + "; base-uri 'none'; form-action 'none'";

    private static string Hash(string script) =>
        Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(script)));

    [GeneratedRegex(@"<script\b(?<attributes>[^>]*)>(?<text>.*?)</script>", RegexOptions.Singleline)]
    private static partial Regex Script { get; }

    // Not run, only read by another script.
    [GeneratedRegex(@"\btype=""application/(?:[a-z.+-]*\+)?json""")]
    private static partial Regex Data { get; }
}
