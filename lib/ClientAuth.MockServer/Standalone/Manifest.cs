using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Standalone;

/// <summary>What another program needs to use the server: addresses, and where the files are. Holds no client's secret itself.</summary>
internal sealed record Manifest
{
    public required string Issuer { get; init; }

    public required string TokenEndpoint { get; init; }

    public required string JwksUri { get; init; }

    public required string RegistrationEndpoint { get; init; }

    /// <summary>URL of the server's metadata (RFC 8414 §3).</summary>
    public required string Metadata { get; init; }

    public required MtlsEndpointAliases MtlsEndpointAliases { get; init; }

    /// <summary>Path of the certificate, in PEM, that makes a client trust the server.</summary>
    public required string CaCertificate { get; init; }

    public required IReadOnlyList<ManifestClient> Clients { get; init; }

    /// <summary>What devices may register from.</summary>
    public required IReadOnlyList<ManifestTemplate> Templates { get; init; }

    /// <summary>How to use the lab, where it was asked for. Its token is why the manifest is its owner's alone.</summary>
    public ManifestLab? Lab { get; init; }
}
