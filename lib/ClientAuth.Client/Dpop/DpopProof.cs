using ClientAuth.Client.Jwt;
using ClientAuth.Protocol.Display;

namespace ClientAuth.Client.Dpop;

/// <summary>A finished DPoP proof (RFC 9449 §4.2): worth one request to one address.</summary>
[TypeFormatterSource(typeof(SilentFormatters), PreferredMimeTypes = [MimeTypes.Html, MimeTypes.PlainText])]
public sealed class DpopProof
{
    private readonly byte[] _signature;

    internal DpopProof(string headerJson, string claimsJson, byte[] signature)
    {
        HeaderJson = headerJson;
        ClaimsJson = claimsJson;
        _signature = signature;
    }

    /// <summary>The JOSE header as JSON, with the public key in <c>jwk</c>.</summary>
    public string HeaderJson { get; }

    /// <summary>The claims as JSON.</summary>
    public string ClaimsJson { get; }

    /// <summary>What crosses the wire in the header <c>DPoP</c>.</summary>
    public string Compact => CompactSerialization.Write(HeaderJson, ClaimsJson, _signature);

    /// <summary>Header and claims; the signature, which makes it usable, is left out.</summary>
    public override string ToString() => $"{HeaderJson}.{ClaimsJson}.(signature, not shown)";
}
