namespace ClientAuth.MockServer.Dpop;

/// <summary>
/// Compares <c>htu</c> with the address of a request as RFC 9449 §4.3 asks: without query and fragment, and after the
/// normalization of RFC 3986 §6.2.2 and §6.2.3 (case of scheme and host, default port, dot segments, needless escapes).
/// </summary>
internal static class TargetUri
{
    // User information is compared, too: an address that has some is another one.
    private const UriComponents Compared = UriComponents.SchemeAndServer | UriComponents.UserInfo | UriComponents.Path;

    public static bool IsSame(string? claimed, string target) =>
        Uri.TryCreate(claimed, UriKind.Absolute, out var uri)
        && uri.IsWellFormedOriginalString()
        && Normalized(uri) == Normalized(new Uri(target));

    private static string Normalized(Uri uri) => uri.GetComponents(Compared, UriFormat.UriEscaped);
}
