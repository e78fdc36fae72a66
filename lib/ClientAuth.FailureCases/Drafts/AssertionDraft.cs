using System.Buffers.Text;
using System.Text;
using System.Text.Json.Nodes;
using ClientAuth.FailureCases.Changes;

namespace ClientAuth.FailureCases.Drafts;

/// <summary>A client assertion before it is signed (RFC 7523 §3), and what is done to it afterwards.</summary>
internal sealed class AssertionDraft(JsonObject header, JsonObject claims, Signing signing)
{
    public JsonDraft Header { get; } = new(header);

    public JsonDraft Claims { get; } = new(claims);

    public Signing Signing { get; set; } = signing;

    public SignatureForm? SignatureForm { get; set; }

    public JsonObject? TamperedHeader { get; set; }

    public JsonObject? TamperedClaims { get; set; }

    /// <summary>A template over the three encoded parts.</summary>
    public string Compact { get; set; } = "{header}.{payload}.{signature}";

    /// <summary>The assertion as it goes into the form.</summary>
    public string Finish(Placeholders values, AssertionSigner signer)
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
