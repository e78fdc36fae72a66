using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Registrations;

/// <summary>
/// Whose a registration from a template is: the key's that the initial access token was bound to. Whoever holds it and registers
/// again gets the same client, so that a device whose answer got lost, or that starts twice at once, has one and not two.
/// </summary>
/// <param name="KeyThumbprint">RFC 7638 thumbprint of the key.</param>
/// <param name="TemplateId">The template.</param>
internal sealed record RegistrationOwner(string KeyThumbprint, string TemplateId)
{
    /// <summary>The owner, or null where the initial access token is bound to no key or the client comes from no template.</summary>
    public static RegistrationOwner? Of(
        string? keyThumbprint,
        ClientMetadata client,
        IReadOnlyList<ClientTemplate> templates
    ) =>
        keyThumbprint is { } key && templates.Any(template => template.Client.ClientId == client.SoftwareId)
            ? new RegistrationOwner(key, client.SoftwareId!)
            : null;
}
