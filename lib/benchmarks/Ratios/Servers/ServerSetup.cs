using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using System.Text.Json.Serialization;
using ClientAuth.Protocol;

namespace Ratios.Servers;

/// <summary>What a server is told on its standard input, where no other process reads it: certificates, keys, clients.</summary>
internal sealed record ServerSetup
{
    /// <summary>Of both listeners, in PEM.</summary>
    public required string Certificate { get; init; }

    /// <summary>Its key, in PEM (PKCS#8).</summary>
    public required string Key { get; init; }

    /// <summary>Has issued the certificates of server and clients, in PEM.</summary>
    public required string Authority { get; init; }

    public required IReadOnlyList<ClientMetadata> Clients { get; init; }

    /// <summary>What our server has answered each client: the bytes that the floor is to return. Empty for any other server.</summary>
    public IReadOnlyList<SampleResponse> Samples { get; init; } = [];

    /// <summary>Whether our server records what it sees.</summary>
    public bool RecordsExchanges { get; init; } = true;

    [JsonIgnore]
    public X509Certificate2 ServerCertificate => X509Certificate2.CreateFromPem(Certificate, Key);

    [JsonIgnore]
    public X509Certificate2 ClientAuthority => X509Certificate2.CreateFromPem(Authority);

    public static ServerSetup Read(string line) => JsonSerializer.Deserialize(line, ServerJson.Default.ServerSetup)!;

    public string Write() => JsonSerializer.Serialize(this, ServerJson.Default.ServerSetup);
}

/// <summary>A response of our server, as the floor returns it.</summary>
/// <param name="ClientId">Whom it was for.</param>
/// <param name="Headers">Name and value in turns, but for those that every HTTP server adds by itself.</param>
/// <param name="Body">The JSON with the access token.</param>
internal sealed record SampleResponse(string ClientId, IReadOnlyList<string> Headers, string Body);

/// <summary>What a server says once it accepts connections.</summary>
/// <param name="Issuer">What an assertion for it has as <c>aud</c>.</param>
/// <param name="Token">Its token endpoint.</param>
/// <param name="MtlsToken">The same where a client certificate is asked for.</param>
internal sealed record ServerReady(string Issuer, string Token, string MtlsToken);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ServerSetup))]
[JsonSerializable(typeof(ServerReady))]
internal sealed partial class ServerJson : JsonSerializerContext;
