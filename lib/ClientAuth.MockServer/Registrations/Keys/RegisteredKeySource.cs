using ClientAuth.MockServer.Checks;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Registrations.Keys;

/// <summary>Where the client's keys come from: by value or by reference, and never from where the server should not go (RFC 7591 §2 and §5).</summary>
internal static class RegisteredKeySource
{
    public static IEnumerable<CheckResult> Of(ClientMetadata client, IReadOnlyList<string> origins)
    {
        yield return new CheckResult(
            Rules.RegisteredKeySource,
            client.Jwks is null || client.JwksUri is null,
            "jwks or jwks_uri, not both",
            Seen(client)
        );
        if (client.JwksUri is { } uri)
        {
            // A list of what is allowed needs no list of loopback, private and metadata addresses.
            yield return new CheckResult(
                Rules.RegisteredJwksUri,
                Uri.TryCreate(uri, UriKind.Absolute, out var parsed)
                    && parsed.Scheme == Uri.UriSchemeHttps
                    && origins.Contains(parsed.GetLeftPart(UriPartial.Authority)),
                origins is [] ? "no jwks_uri" : $"jwks_uri at {string.Join(", ", origins)}",
                Quote.Sent(uri)
            );
        }
    }

    private static string Seen(ClientMetadata client) =>
        (client.Jwks, client.JwksUri) switch
        {
            (null, null) => "neither",
            ({ }, { }) => "both",
            ({ }, null) => "jwks",
            _ => "jwks_uri",
        };
}
