using System.Buffers.Text;
using ClientAuth.Client.Jwt;
using ClientAuth.Protocol.Display;

namespace ClientAuth.Client;

/// <summary>A signed client assertion (RFC 7523 §3): its header and claims as JSON, its signature, and its compact form (RFC 7515 §3.1).</summary>
[TypeFormatterSource(typeof(SilentFormatters), PreferredMimeTypes = [MimeTypes.Html, MimeTypes.PlainText])]
public sealed class ClientAssertion
{
    internal ClientAssertion(string headerJson, string claimsJson, byte[] signature)
    {
        HeaderJson = headerJson;
        ClaimsJson = claimsJson;
        Signature = signature;
    }

    public string HeaderJson { get; }

    public string ClaimsJson { get; }

    public string EncodedHeader => CompactSerialization.Encode(HeaderJson);

    public string EncodedPayload => CompactSerialization.Encode(ClaimsJson);

    /// <summary>What the signature covers: the ASCII bytes of encoded header, full stop, encoded payload (RFC 7515 §5.1).</summary>
    public byte[] SigningInput => CompactSerialization.SigningInput(HeaderJson, ClaimsJson);

    public ReadOnlyMemory<byte> Signature { get; }

    public string EncodedSignature => Base64Url.EncodeToString(Signature.Span);

    /// <summary>The JWT as it is sent in the parameter <c>client_assertion</c>.</summary>
    public string Compact => CompactSerialization.Write(HeaderJson, ClaimsJson, Signature.Span);

    /// <summary>The same header and claims with other signature bytes, to show that a server refuses them.</summary>
    public ClientAssertion WithSignature(ReadOnlySpan<byte> signature) =>
        new(HeaderJson, ClaimsJson, signature.ToArray());

    /// <summary>Other claims with the same signature, to show that a server refuses them.</summary>
    public ClientAssertion WithClaimsJson(string claimsJson) => new(HeaderJson, claimsJson, Signature.ToArray());

    /// <summary>Header and claims; the signature, which makes it usable, is left out.</summary>
    public override string ToString() => $"{HeaderJson}.{ClaimsJson}.(signature, not shown)";
}
