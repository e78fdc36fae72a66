namespace ClientAuth.MockServer.Standalone.Manifests;

/// <summary>
/// One registered client and the files of its credential: absolute paths, absent where its method has none or its owner holds
/// the key.
/// </summary>
internal sealed record ManifestClient
{
    public required string ClientId { get; init; }

    public required string TokenEndpointAuthMethod { get; init; }

    public string? TokenEndpointAuthSigningAlg { get; init; }

    /// <summary>The identifier of its public key, where it has exactly one.</summary>
    public string? Kid { get; init; }

    public IReadOnlyList<string>? GrantTypes { get; init; }

    public string? Scope { get; init; }

    /// <summary>UTF-8 text, without a line's end.</summary>
    public string? ClientSecretFile { get; init; }

    /// <summary>PKCS#8, PEM.</summary>
    public string? PrivateKeyFile { get; init; }

    /// <summary>PEM.</summary>
    public string? CertificateFile { get; init; }

    /// <summary>PKCS#8, PEM.</summary>
    public string? CertificateKeyFile { get; init; }

    /// <summary>Certificate and key, encrypted.</summary>
    public string? Pkcs12File { get; init; }

    /// <summary>ASCII text, without a line's end.</summary>
    public string? Pkcs12PassphraseFile { get; init; }
}
