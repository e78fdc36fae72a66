using System.Text;
using ClientAuth.Protocol.Display;

namespace ClientAuth.Protocol;

/// <summary>
/// A secret that client and server share (RFC 6749 §2.3.1). It does not print itself and has no public property, so that
/// neither a log nor a notebook's output shows it. Only <see cref="Reveal"/> returns it.
/// </summary>
[TypeFormatterSource(typeof(SilentFormatters), PreferredMimeTypes = [MimeTypes.Html, MimeTypes.PlainText])]
public sealed class ClientSecret
{
    private readonly string _value;

    /// <summary>Wraps a secret that is already known.</summary>
    /// <exception cref="ArgumentException">The secret is empty.</exception>
    public ClientSecret(string value)
    {
        ArgumentException.ThrowIfNullOrEmpty(value);
        _value = value;
    }

    /// <summary>The secret in clear.</summary>
    public string Reveal() => _value;

    /// <summary>The key that <c>client_secret_jwt</c> uses: the UTF-8 octets of the secret (OpenID Connect Core §10.1).</summary>
    public byte[] RevealBytes() => Encoding.UTF8.GetBytes(_value);

    /// <summary>Says that there is a secret; never which.</summary>
    public override string ToString() => "(client secret, not shown)";
}
