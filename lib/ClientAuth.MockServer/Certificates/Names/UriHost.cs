using System.Text.RegularExpressions;

namespace ClientAuth.MockServer.Certificates.Names;

/// <summary>
/// The host of a URI by the letter of RFC 3986 §3.2. The BCL's reader mends what is wrong with a URI, and finds a host where another
/// reader finds another one.
/// </summary>
internal static partial class UriHost
{
    /// <summary>Whether it is a URI with a scheme and without characters that none may have.</summary>
    public static bool IsWellFormed(string uri) => Form().IsMatch(uri);

    /// <summary>The host where that is a name; null where the URI has none, or an address.</summary>
    public static string? Of(string uri) =>
        IsWellFormed(uri)
        && WithHost().Match(uri) is { Success: true } match
        && match.Groups["host"].Value is var host
        && HostName.IsWellFormed(host)
        && !System.Net.IPAddress.TryParse(host, out _)
            ? host
            : null;

    [GeneratedRegex("""^[A-Za-z][A-Za-z0-9+.\-]*:(?:[A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=]|%[0-9A-Fa-f]{2})*\z""")]
    private static partial Regex Form();

    [GeneratedRegex("""^[^:]+://(?:[^/?#@]*@)?(?<host>[^/?#@:\[\]]+)(?::[0-9]*)?(?:[/?#]|\z)""")]
    private static partial Regex WithHost();
}
