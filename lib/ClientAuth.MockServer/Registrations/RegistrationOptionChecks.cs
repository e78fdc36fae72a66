using ClientAuth.MockServer.Jwt;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Registrations;

/// <summary>Whether what an operator says about registration makes sense; found at the start and not in the first registration.</summary>
internal static class RegistrationOptionChecks
{
    /// <exception cref="ArgumentException">A template, an issuer or an origin is wrong; the message names it.</exception>
    public static void Check(AuthorizationServerOptions options)
    {
        foreach (var template in options.ClientTemplates)
        {
            Check(template, options);
        }

        foreach (var issuer in options.SoftwareStatementIssuers)
        {
            Check(issuer, options.MinimumRsaKeySize);
        }

        if (options.JwksUriOrigins.FirstOrDefault(origin => !IsOrigin(origin)) is { } wrong)
        {
            throw new ArgumentException(
                $"JwksUriOrigins has '{wrong}'; an origin is https, host and perhaps port, such as https://keys.example:8443."
            );
        }
    }

    private static void Check(ClientTemplate template, AuthorizationServerOptions options)
    {
        var id = template.Client.ClientId;
        if (id is "" || options.ClientTemplates.Count(other => other.Client.ClientId == id) > 1)
        {
            throw Wrong(template, "needs an identifier of its own");
        }

        if (template.Client.ClientSecret is not null)
        {
            throw Wrong(template, "has a client_secret; each device gets its own");
        }

        if (template.Client.Scopes.Contains(Scopes.DynamicClientRegistration))
        {
            throw Wrong(
                template,
                $"has the scope {Scopes.DynamicClientRegistration}; a device does not register others"
            );
        }

        if (template.SetByDevice.FirstOrDefault(name => !MemberNames.SetByClient.Contains(name)) is { } member)
        {
            throw Wrong(template, $"lets a device set '{member}', which is no member that a client sets");
        }
    }

    private static void Check(SoftwareStatementIssuer issuer, int minimumRsaKeySize)
    {
        var keys = issuer.Keys.Keys.Where(PublicKeys.IsKnownType).ToList();
        if (keys is [] || keys.Any(key => RegisteredKeys.Weakness(key, minimumRsaKeySize) is not null))
        {
            throw new ArgumentException(
                $"SoftwareStatementIssuers: '{issuer.Issuer}' needs keys, RSA or EC, each valid and strong enough."
            );
        }
    }

    private static bool IsOrigin(string origin) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var uri)
        && uri.Scheme == Uri.UriSchemeHttps
        && uri.GetLeftPart(UriPartial.Authority) == origin
        && uri.UserInfo is "";

    private static ArgumentException Wrong(ClientTemplate template, string problem) =>
        new($"ClientTemplates: '{template.Client.ClientId}' {problem}.");
}
