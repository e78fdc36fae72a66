using ClientAuth.MockServer.Options;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Registrations;

/// <summary>Whether an operator's templates are such that devices can register from them; found at the start and not in the first registration.</summary>
internal static class OperatorsTemplates
{
    /// <exception cref="InvalidOptionException">A template is wrong; the message names it.</exception>
    public static void Require(IReadOnlyList<ClientTemplate> templates)
    {
        foreach (var template in templates)
        {
            Require(template, templates);
        }
    }

    private static void Require(ClientTemplate template, IReadOnlyList<ClientTemplate> all)
    {
        var id = template.Client.ClientId;
        if (id is "" || all.Count(other => other.Client.ClientId == id) > 1)
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

    private static InvalidOptionException Wrong(ClientTemplate template, string problem) =>
        new(nameof(RegistrationOptions.ClientTemplates), $"ClientTemplates: '{template.Client.ClientId}' {problem}.");
}
