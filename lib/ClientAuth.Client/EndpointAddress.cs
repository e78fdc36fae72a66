using System.Diagnostics.CodeAnalysis;

namespace ClientAuth.Client;

/// <summary>Checks that credentials may be sent to an address: it must be absolute and <c>https</c> (RFC 6749 §2.3.1, §3.2).</summary>
internal static class EndpointAddress
{
    public static bool IsOne(Uri address) => address is { IsAbsoluteUri: true, Scheme: "https" };

    [SuppressMessage(
        "Design",
        "CA1054:URI-like parameters should not be strings",
        Justification = "This is where the string becomes a Uri."
    )]
    public static Uri Of(string address, string field) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && IsOne(uri)
            ? uri
            : throw new AuthorizationServerException(
                $"The {field} '{address}' is no absolute https URL; a credential must not travel without TLS. Check the server's metadata."
            );
}
