using System.Buffers.Text;
using System.Text;
using System.Text.Json.Nodes;
using ClientAuth.FailureCases.Keys;
using ClientAuth.FailureCases.Values;

namespace ClientAuth.FailureCases.Jwts;

/// <summary>A JWT before it is signed, and what is done to it afterwards: a client assertion, a DPoP proof, an attestation, a token.</summary>
internal sealed class JwtDraft(JsonObject header, JsonObject claims, JwtSigning signing)
{
    public JsonDraft Header { get; } = new(header);

    public JsonDraft Claims { get; } = new(claims);

    public JwtSigning Signing { get; set; } = signing;

    public SignatureForm? SignatureForm { get; set; }

    public JsonObject? TamperedHeader { get; set; }

    public JsonObject? TamperedClaims { get; set; }

    /// <summary>A template over the three encoded parts.</summary>
    public string Compact { get; set; } = "{header}.{payload}.{signature}";

    /// <summary>Signs it and writes its compact serialization (RFC 7515 §7.1).</summary>
    public string Serialize(Placeholders values, JwtSigner signer)
    {
        var input = $"{Encode(Header, values)}.{Encode(Claims, values)}";
        var signature = signer.Sign(Signing, Encoding.ASCII.GetBytes(input), SignatureForm);
        Header.Change(TamperedHeader, remove: null, again: null);
        Claims.Change(TamperedClaims, remove: null, again: null);
        var parts = new Placeholders(values);
        parts.Set("header", Encode(Header, values));
        parts.Set("payload", Encode(Claims, values));
        parts.Set("signature", Base64Url.EncodeToString(signature));
        return parts.Expand(Compact);
    }

    private static string Encode(JsonDraft json, Placeholders values) => Base64Url.EncodeToString(json.ToBytes(values));
}
