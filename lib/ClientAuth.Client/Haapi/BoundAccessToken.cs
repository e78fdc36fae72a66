using ClientAuth.Protocol.Display;

namespace ClientAuth.Client.Haapi;

/// <summary>An access token that is bound to a key: each request with it needs a DPoP proof by that key (RFC 9449). It does not print itself.</summary>
[TypeFormatterSource(typeof(SilentFormatters), PreferredMimeTypes = [MimeTypes.Html, MimeTypes.PlainText])]
public sealed class BoundAccessToken
{
    private static readonly TimeSpan LongestMargin = TimeSpan.FromSeconds(30);

    private readonly string _value;

    internal BoundAccessToken(
        string value,
        string? scope,
        DateTimeOffset asked,
        TimeSpan lifetime,
        string keyThumbprint
    )
    {
        _value = value;
        Scope = scope;
        Expires = asked + lifetime;
        KeyThumbprint = keyThumbprint;
        RenewFrom = Expires - (lifetime / 10 < LongestMargin ? lifetime / 10 : LongestMargin);
    }

    /// <summary>Its scopes, separated by spaces; null where the server did not name them.</summary>
    public string? Scope { get; }

    /// <summary>When it expires, counted from its request; the time of the request where the server named no lifetime.</summary>
    public DateTimeOffset Expires { get; }

    /// <summary>RFC 7638 thumbprint of the key that it is bound to.</summary>
    public string KeyThumbprint { get; }

    /// <summary>When to request the next one: a token must still be valid when a request arrives.</summary>
    internal DateTimeOffset RenewFrom { get; }

    /// <summary>The token in clear.</summary>
    public string Reveal() => _value;

    /// <summary>When it expires; never the token.</summary>
    public override string ToString() => $"DPoP-bound access token, until {Expires:u} (not shown)";
}
