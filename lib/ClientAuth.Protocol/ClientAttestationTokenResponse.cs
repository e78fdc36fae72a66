using ClientAuth.Protocol.Display;

namespace ClientAuth.Protocol;

/// <summary>The response to a device that has attested itself; no specification has it.</summary>
[TypeFormatterSource(typeof(SilentFormatters), PreferredMimeTypes = [MimeTypes.Html, MimeTypes.PlainText])]
public sealed class ClientAttestationTokenResponse
{
    /// <summary>The Client Attestation Token: exchanged at the token endpoint (RFC 8693 §2.1), with a proof by the key that it names.</summary>
    public required string ClientAttestationToken { get; init; }

    /// <summary>Lifetime in seconds.</summary>
    public required long ExpiresIn { get; init; }

    /// <summary>The lifetime; never the token.</summary>
    public override string ToString() => $"Client Attestation Token, expires in {ExpiresIn} s";
}
