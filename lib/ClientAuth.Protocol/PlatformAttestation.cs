using ClientAuth.Protocol.Attestation;

namespace ClientAuth.Protocol;

/// <summary>
/// The evidence by which a device's platform attests an app and its key. <see cref="Format"/> decides which members are there;
/// all bytes are Base64, with padding.
/// </summary>
public sealed record PlatformAttestation
{
    /// <summary>One of <see cref="AttestationFormats"/>.</summary>
    public required string Format { get; init; }

    /// <summary>Android: certificates in DER, the attested key's first, without the root or with it.</summary>
    public IReadOnlyList<string>? X5c { get; init; }

    /// <summary>Apple: SHA-256 of the attested public key, as the app was given it.</summary>
    public string? KeyId { get; init; }

    /// <summary>Apple: the attestation object in CBOR, once for each key.</summary>
    public string? AttestationObject { get; init; }

    /// <summary>Apple: an assertion in CBOR by a key that has been attested before; instead of <see cref="AttestationObject"/>.</summary>
    public string? Assertion { get; init; }

    /// <summary>The format; never the evidence.</summary>
    public override string ToString() => Format;
}
