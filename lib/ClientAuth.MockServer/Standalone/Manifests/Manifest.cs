using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Standalone.Manifests;

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

/// <summary>The lab's endpoints.</summary>
internal sealed record ManifestLab
{
    /// <summary>URL: <c>POST</c> scripts a fault, <c>GET</c> shows the script, <c>DELETE</c> clears it.</summary>
    public required string Faults { get; init; }

    /// <summary>URL: <c>POST</c> with an empty object lets late answers go.</summary>
    public required string Release { get; init; }

    /// <summary>URL: <c>GET</c> shows what the server saw and decided, <c>DELETE</c> forgets it.</summary>
    public required string Exchanges { get; init; }

    /// <summary>URL: <c>GET</c> shows the server's clock, <c>POST</c> moves it.</summary>
    public required string Clock { get; init; }

    /// <summary>The bearer token that all of them need.</summary>
    public required string Token { get; init; }
}

/// <summary>One template that a device may register from.</summary>
internal sealed record ManifestTemplate
{
    /// <summary>What the device sends as <c>software_id</c>.</summary>
    public required string SoftwareId { get; init; }

    /// <summary>The client of this manifest whose initial access token opens it.</summary>
    public required string AuthenticateClientBy { get; init; }

    /// <summary>How the device's own client will prove who it is.</summary>
    public required string TokenEndpointAuthMethod { get; init; }

    /// <summary>The members that the device may give itself.</summary>
    public required IReadOnlyList<string> SetByDevice { get; init; }
}
