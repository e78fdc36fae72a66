using System.Buffers.Text;
using System.Text;
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

    /// <summary>The JOSE header as JSON, exactly as it was signed.</summary>
    public string HeaderJson { get; }

    /// <summary>The claims as JSON, exactly as they were signed.</summary>
    public string ClaimsJson { get; }

    /// <summary>The header in base64url, the first part of the JWT.</summary>
    public string EncodedHeader
    {
        get => field ??= CompactSerialization.Encode(HeaderJson);
        private init;
    }

    /// <summary>The claims in base64url, the second part of the JWT.</summary>
    public string EncodedPayload
    {
        get => field ??= CompactSerialization.Encode(ClaimsJson);
        private init;
    }

    /// <summary>What the signature covers: the ASCII bytes of encoded header, full stop, encoded payload (RFC 7515 §5.1).</summary>
    public byte[] SigningInput => Encoding.ASCII.GetBytes($"{EncodedHeader}.{EncodedPayload}");

    /// <summary>The signature, or the MAC, in bytes.</summary>
    public ReadOnlyMemory<byte> Signature { get; }

    /// <summary>The signature in base64url, the third part of the JWT.</summary>
    public string EncodedSignature => Base64Url.EncodeToString(Signature.Span);

    /// <summary>The JWT as it is sent in the parameter <c>client_assertion</c>.</summary>
    public string Compact => $"{EncodedHeader}.{EncodedPayload}.{EncodedSignature}";

    /// <summary>The same header and claims with other signature bytes, to show that a server refuses them.</summary>
    public ClientAssertion WithSignature(ReadOnlySpan<byte> signature) =>
        new(HeaderJson, ClaimsJson, signature.ToArray())
        {
            EncodedHeader = EncodedHeader,
            EncodedPayload = EncodedPayload,
        };

    /// <summary>Other claims with the same signature, to show that a server refuses them.</summary>
    public ClientAssertion WithClaimsJson(string claimsJson) => new(HeaderJson, claimsJson, Signature.ToArray());

    /// <summary>Header and claims; the signature, which makes it usable, is left out.</summary>
    public override string ToString() => $"{HeaderJson}.{ClaimsJson}.(signature, not shown)";
}
