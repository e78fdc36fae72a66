using ClientAuth.Protocol.Display;

namespace ClientAuth.Client.Haapi;

/// <summary>An access token that works only together with proofs by its key (RFC 9449). It does not print itself; <see cref="Reveal"/> is the one way out.</summary>
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

    /// <summary>What it allows, where the server said so.</summary>
    public string? Scope { get; }

    /// <summary>When it dies, counted from when it was asked for; at once where the server does not tell.</summary>
    public DateTimeOffset Expires { get; }

    /// <summary>RFC 7638 thumbprint of the key that it is bound to.</summary>
    public string KeyThumbprint { get; }

    /// <summary>From when on another one is asked for: it must still be alive when a request arrives.</summary>
    internal DateTimeOffset RenewFrom { get; }

    /// <summary>The token in clear.</summary>
    public string Reveal() => _value;

    /// <summary>When it dies; never the token.</summary>
    public override string ToString() => $"DPoP-bound access token, until {Expires:u} (not shown)";
}
