using System.Text.Json.Serialization;
using ClientAuth.MockServer.Options;
using ClientAuth.Protocol.Json;

namespace ClientAuth.FailureCases.Tester.Clients;

/// <summary>
/// The clients file: what the tester must be told about a server. It has the members of <c>certs/own-server.json</c>, which lesson 12
/// reads, and some more.
/// </summary>
internal sealed record ClientsDocument
{
    /// <summary>Where an editor finds the schema.</summary>
    [JsonPropertyName("$schema")]
    public string? Schema { get; init; }

    /// <summary>The server's issuer identifier (RFC 8414 §2), where <c>--issuer</c> does not say it.</summary>
    public string? Issuer { get; init; }

    /// <summary>PEM file of the authorities of the server's certificate, where <c>--ca</c> does not say it.</summary>
    public string? CaCertificate { get; init; }

    /// <summary>What every good token request asks for; left to the server where it is left out.</summary>
    public string? Scope { get; init; }

    /// <summary>Which <c>aud</c> the server demands of an assertion; the issuer alone where it is left out.</summary>
    public AudiencePolicy? AudiencePolicy { get; init; }

    /// <summary>Cases, sections and methods that are not run: <c>J34</c>, <c>J34.edge</c>, <c>dpop</c>, <c>client_secret_post</c>.</summary>
    public IReadOnlyList<string>? LeaveOut { get; init; }

    /// <summary>The first client of a method sends; the second is the other client whose credentials some cases take.</summary>
    public IReadOnlyList<ClientDocument>? Clients { get; init; }
}

/// <summary>One client that is registered there, and where its credential is.</summary>
internal sealed record ClientDocument
{
    public string? ClientId { get; init; }

    public string? TokenEndpointAuthMethod { get; init; }

    /// <summary>Algorithm of the client's assertions; <c>HS256</c> or what fits the key where it is left out.</summary>
    public string? TokenEndpointAuthSigningAlg { get; init; }

    /// <summary><c>kid</c> of every assertion; none where it is left out.</summary>
    public string? Kid { get; init; }

    /// <summary><c>typ</c> of every assertion (RFC 7515 §4.1.9), for a server that demands one; none where it is left out.</summary>
    public string? Typ { get; init; }

    /// <summary><c>aud</c> of the client's good assertions, where it is another than the issuer.</summary>
    public string? Audience { get; init; }

    /// <summary>A registered redirect URI, for pushed authorization requests.</summary>
    public string? RedirectUri { get; init; }

    /// <summary>The secret itself. A variable or a file is better: whoever opens the clients file sees it.</summary>
    public string? ClientSecret { get; init; }

    public string? ClientSecretFile { get; init; }

    /// <summary>The name of an environment variable.</summary>
    public string? ClientSecretEnv { get; init; }

    /// <summary>PEM, not encrypted, or a private JWK (RFC 7517).</summary>
    public string? PrivateKeyFile { get; init; }

    /// <summary>PEM; goes with <see cref="CertificateKeyFile"/>.</summary>
    public string? CertificateFile { get; init; }

    public string? CertificateKeyFile { get; init; }

    /// <summary>Key and certificate (RFC 7292); for <c>private_key_jwt</c> the key alone is used.</summary>
    public string? Pkcs12File { get; init; }

    public string? Pkcs12PassphraseFile { get; init; }

    /// <summary>The name of an environment variable.</summary>
    public string? Pkcs12PassphraseEnv { get; init; }
}

/// <summary>Strict: a misspelled member would say nothing.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    AllowDuplicateProperties = false,
    Converters = [typeof(NamedValue<AudiencePolicy>)]
)]
[JsonSerializable(typeof(ClientsDocument))]
internal sealed partial class ClientsJson : JsonSerializerContext;

/// <summary>The manifest of this project's server alone, which says more than this needs.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    Converters = [typeof(NamedValue<AudiencePolicy>)]
)]
[JsonSerializable(typeof(ClientsDocument))]
internal sealed partial class ManifestJson : JsonSerializerContext;
