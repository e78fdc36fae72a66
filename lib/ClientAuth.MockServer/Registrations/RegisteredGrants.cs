using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Registrations.Members;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Registrations;

/// <summary>Which grants the client may use, and where a browser may be sent back to (RFC 7591 §2).</summary>
internal static class RegisteredGrants
{
    private static readonly string[] Known =
    [
        GrantTypes.ClientCredentials,
        GrantTypes.AuthorizationCode,
        GrantTypes.TokenExchange,
    ];

    public static IEnumerable<CheckResult> Of(ClientMetadata client)
    {
        if (client.GrantTypes is { } grants)
        {
            yield return new CheckResult(
                Rules.RegisteredGrants,
                grants is not [] && grants.All(Known.Contains),
                $"grant_types to be some of {string.Join(", ", Known)}",
                grants is [] ? "an empty list" : string.Join(", ", grants.Select(Quote.Sent))
            );
        }

        var isRedirected = client.GrantTypes?.Contains(GrantTypes.AuthorizationCode) is true;
        yield return new CheckResult(
            Rules.RegisteredRedirects,
            !isRedirected || client.RedirectUris is [_, ..],
            "redirect_uris where grant_types has authorization_code",
            $"{client.RedirectUris?.Count ?? 0}, {(isRedirected ? "with" : "without")} {GrantTypes.AuthorizationCode}"
        );
        var wrong = client.RedirectUris?.FirstOrDefault(uri => !RedirectUri.IsAllowed(uri));
        yield return new CheckResult(
            Rules.RegisteredRedirects,
            wrong is null,
            "redirect_uris without fragment, each https, or http on a loopback address, or with a scheme like com.example.app",
            wrong is not null ? Quote.Sent(wrong)
                : client.RedirectUris is [_, ..] uris ? string.Join(", ", uris.Select(Quote.Sent))
                : "none"
        );
    }
}
