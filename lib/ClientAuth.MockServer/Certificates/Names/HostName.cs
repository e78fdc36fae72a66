namespace ClientAuth.MockServer.Certificates.Names;

/// <summary>Names of hosts in certificates: labels of letters, digits and hyphens, with nothing empty between dots (RFC 1034 §3.5).</summary>
internal static class HostName
{
    private const int Longest = 253;
    private const int LongestLabel = 63;

    /// <summary>Whether it is one. An underscore is let pass, as in names of services; a dot at an end is not (RFC 5280 §4.2.1.6).</summary>
    public static bool IsWellFormed(string name) =>
        name.Length <= Longest
        && name.Split('.').All(label => label.Length is > 0 and <= LongestLabel && label.All(IsAllowed));

    /// <summary>The same, or one whose first label is an asterisk alone.</summary>
    public static bool IsWellFormedOrWildcard(string name) => IsWellFormed(IsWildcard(name) ? name[2..] : name);

    public static bool IsWildcard(string name) => name.StartsWith("*.", StringComparison.Ordinal);

    private static bool IsAllowed(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '_';
}
