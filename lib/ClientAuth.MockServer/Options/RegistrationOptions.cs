using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Options;

/// <summary>Who may register clients, and as what (RFC 7591). Templates and issuers are judged by what registers clients.</summary>
public sealed record RegistrationOptions
{
    /// <summary>What devices may register from; none by default. Whether its main client authenticates is judged at each registration.</summary>
    public IReadOnlyList<ClientTemplate> ClientTemplates { get; init; } = [];

    /// <summary>Whether a client may register with metadata of its own, without a template; its initial access token allows it by default.</summary>
    public bool AllowNonTemplatedRegistration { get; init; } = true;

    /// <summary>
    /// Whether a <c>software_id</c> that names no template is taken for what it is elsewhere, an identifier that the software's developer
    /// has chosen (RFC 7591 §2): many clients send one. Refused by default, since a device that misspells its template would get another
    /// client than it expects.
    /// </summary>
    public bool AcceptUnknownSoftwareIds { get; init; }

    /// <summary>Whether whoever registers must present a certificate that <see cref="CertificateOptions.ClientAuthorities"/> issued, beside the token.</summary>
    public bool RegistrationRequiresCertificate { get; init; }

    /// <summary>Whose software statements are believed; nobody's by default.</summary>
    public IReadOnlyList<SoftwareStatementIssuer> SoftwareStatementIssuers { get; init; } = [];
}
