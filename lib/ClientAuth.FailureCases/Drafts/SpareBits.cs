namespace ClientAuth.FailureCases.Drafts;

/// <summary>Another spelling of the same octets: the last character's unused bits are set (RFC 4648 §3.5).</summary>
internal static class SpareBits
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    /// <exception cref="UnusableCaseException">The text fills its last character and has no spare bit.</exception>
    public static string Set(string base64Url) =>
        base64Url.Length % 4 is 2 or 3
            ? base64Url[..^1] + Alphabet[Alphabet.IndexOf(base64Url[^1], StringComparison.Ordinal) + 1]
            : throw new UnusableCaseException("the filter 'spare' needs a segment whose last character has spare bits");
}
