namespace ClientAuth.MockServer.Reading;

/// <summary>
/// Path and query of a request target. A client may send the whole address (absolute-form), and a server must accept it
/// (RFC 9112 §3.2.2).
/// </summary>
internal static class RequestTarget
{
    private const string EndOfScheme = "://";

    /// <summary>The path, as it was sent, and the query without its question mark, or an empty string.</summary>
    public static (string Path, string Query) Split(string target) =>
        Local(target).Split('?', 2) is [var path, var query] ? (path, query) : (Local(target), "");

    private static string Local(string target)
    {
        var scheme = target.StartsWith('/') ? -1 : target.IndexOf(EndOfScheme, StringComparison.Ordinal);
        if (scheme < 0)
        {
            return target;
        }

        var path = target.AsSpan(scheme + EndOfScheme.Length).IndexOfAny('/', '?') + scheme + EndOfScheme.Length;
        return path < scheme + EndOfScheme.Length ? "/"
            : target[path] == '?' ? "/" + target[path..]
            : target[path..];
    }
}
