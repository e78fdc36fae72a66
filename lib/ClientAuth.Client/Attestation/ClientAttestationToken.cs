using ClientAuth.Protocol.Display;

namespace ClientAuth.Client.Attestation;

/// <summary>A Client Attestation Token (CAT): the server issues it after it has verified the platform's attestation of an app and its key. It does not print itself.</summary>
[TypeFormatterSource(typeof(SilentFormatters), PreferredMimeTypes = [MimeTypes.Html, MimeTypes.PlainText])]
public sealed class ClientAttestationToken
{
    private readonly string _value;

    internal ClientAttestationToken(string value, DateTimeOffset expires)
    {
        _value = value;
        Expires = expires;
    }

    /// <summary>When it expires, counted from before it was requested.</summary>
    public DateTimeOffset Expires { get; }

    /// <summary>The token in clear, as the exchange sends it.</summary>
    public string Reveal() => _value;

    /// <summary>When it expires; never the token.</summary>
    public override string ToString() => $"Client Attestation Token, until {Expires:u} (not shown)";
}
