using System.Text.Json.Serialization;

namespace ClientAuth.Lab.OwnServer.Settings;

/// <summary>
/// What a learner writes about a server of their own, in <c>certs/own-server.json</c>. The manifest that the standalone server writes
/// has those of them that it needs, under the same names.
/// </summary>
internal sealed record SettingsDocument
{
    /// <summary>The server's issuer identifier, an https URL (RFC 8414 §2).</summary>
    public string? Issuer { get; init; }

    /// <summary>A PEM file with the authority of the server's certificate; the machine's own store where it is left out.</summary>
    public string? CaCertificate { get; init; }

    /// <summary>What every good request asks for; left to the server where it is left out.</summary>
    public string? Scope { get; init; }

    public IReadOnlyList<ClientDocument>? Clients { get; init; }
}

/// <summary>One client that is registered there, and where its credential is.</summary>
internal sealed record ClientDocument
{
    public string? ClientId { get; init; }

    public string? TokenEndpointAuthMethod { get; init; }

    /// <summary>Algorithm of the client's assertions; <c>HS256</c> or <c>ES256</c> where it is left out.</summary>
    public string? TokenEndpointAuthSigningAlg { get; init; }

    public string? Kid { get; init; }

    /// <summary><c>aud</c> of the client's assertions, where the server wants another than its issuer.</summary>
    public string? Audience { get; init; }

    /// <summary>The secret itself. A file beside is better: whoever opens this one sees it.</summary>
    public string? ClientSecret { get; init; }

    public string? ClientSecretFile { get; init; }

    /// <summary>PEM, not encrypted.</summary>
    public string? PrivateKeyFile { get; init; }

    /// <summary>PEM; goes with <see cref="CertificateKeyFile"/>.</summary>
    public string? CertificateFile { get; init; }

    public string? CertificateKeyFile { get; init; }

    public string? Pkcs12File { get; init; }

    public string? Pkcs12PassphraseFile { get; init; }
}

/// <summary>The JSON of it. What the learner writes must have no other member: a misspelled one would say nothing.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    AllowDuplicateProperties = false
)]
[JsonSerializable(typeof(SettingsDocument))]
internal sealed partial class SettingsJson : JsonSerializerContext;

/// <summary>The manifest, which says more than this needs.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(SettingsDocument))]
internal sealed partial class ManifestJson : JsonSerializerContext;
