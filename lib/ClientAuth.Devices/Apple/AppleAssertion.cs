namespace ClientAuth.Devices.Apple;

/// <summary>What a key that Apple has attested is about to sign; an <see cref="EvidenceFlaw"/> changes it before.</summary>
public sealed record AppleAssertion
{
    public required AuthenticatorData AuthenticatorData { get; init; }

    /// <summary>What the app sends as the key's name.</summary>
    public required ReadOnlyMemory<byte> KeyId { get; init; }

    /// <summary>A key signs that nobody has attested.</summary>
    public bool SignedByStranger { get; init; }

    /// <summary>What follows the assertion; nothing, unless something is wrong.</summary>
    public ReadOnlyMemory<byte> TrailingBytes { get; init; }
}
