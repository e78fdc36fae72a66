using System.Net;
using ClientAuth.MockServer.Reading;

namespace ClientAuth.MockServer.Registrations.Members;

/// <summary>Where an authorization server may send a browser back to (RFC 6749 §3.1.2, RFC 8252 §7).</summary>
internal static class RedirectUri
{
    public static bool IsAllowed(string value) =>
        VisibleCharacters.Only(value)
        && value.IndexOfAny([' ', '\\', '#']) < 0
        && Uri.TryCreate(value, UriKind.Absolute, out var uri)
        && uri.UserInfo is ""
        && (IsWeb(uri) || IsLoopback(uri, value) || IsAppsOwn(uri));

    private static bool IsWeb(Uri uri) => uri.Scheme == Uri.UriSchemeHttps;

    // The address itself: what 'localhost' means is decided elsewhere (RFC 8252 §8.3), and 127.1 is another spelling.
    private static bool IsLoopback(Uri uri, string value) =>
        uri.Scheme == Uri.UriSchemeHttp
        && IPAddress.TryParse(uri.Host, out var address)
        && IPAddress.IsLoopback(address)
        && value.StartsWith($"http://{uri.Host}", StringComparison.OrdinalIgnoreCase);

    // A name under the app's control, backwards: no two apps should share one (RFC 8252 §7.1).
    private static bool IsAppsOwn(Uri uri) => uri.Scheme.Contains('.');
}
