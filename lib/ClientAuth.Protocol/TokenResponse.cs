using ClientAuth.Protocol.Display;

namespace ClientAuth.Protocol;

/// <summary>A successful response of the token endpoint (RFC 6749 §5.1).</summary>
[TypeFormatterSource(typeof(SilentFormatters), PreferredMimeTypes = [MimeTypes.Html, MimeTypes.PlainText])]
public sealed class TokenResponse
{
    public required string AccessToken { get; init; }

    /// <summary>One of <see cref="TokenTypes"/>; there where one token was exchanged for another (RFC 8693 §2.2.1).</summary>
    public string? IssuedTokenType { get; init; }

    public required string TokenType { get; init; }

    /// <summary>Lifetime in seconds.</summary>
    public long? ExpiresIn { get; init; }

    public string? Scope { get; init; }

    /// <summary>Type and lifetime; never the token.</summary>
    public override string ToString() =>
        $"{TokenType} token, {(ExpiresIn is { } seconds ? $"expires in {seconds} s" : "lifetime not told")}";
}
