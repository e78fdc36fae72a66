using ClientAuth.Protocol.Display;

namespace ClientAuth.Protocol;

/// <summary>A successful response of the token endpoint (RFC 6749 §5.1).</summary>
[TypeFormatterSource(typeof(SilentFormatters), PreferredMimeTypes = [MimeTypes.Html, MimeTypes.PlainText])]
public sealed class TokenResponse
{
    /// <summary>The access token in clear.</summary>
    public required string AccessToken { get; init; }

    /// <summary>One of <see cref="TokenTypes"/>; there where one token was exchanged for another (RFC 8693 §2.2.1).</summary>
    public string? IssuedTokenType { get; init; }

    /// <summary><c>Bearer</c>, or <c>DPoP</c> for a token that is bound to a key (RFC 9449 §5).</summary>
    public required string TokenType { get; init; }

    /// <summary>Lifetime in seconds.</summary>
    public long? ExpiresIn { get; init; }

    /// <summary>The scopes of the token, separated by spaces; may be left out where they are those of the request.</summary>
    public string? Scope { get; init; }

    /// <summary>Type and lifetime; never the token.</summary>
    public override string ToString() =>
        $"{TokenType} token, {(ExpiresIn is { } seconds ? $"expires in {seconds} s" : "lifetime not told")}";
}
