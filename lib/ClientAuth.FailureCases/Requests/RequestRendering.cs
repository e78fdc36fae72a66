using System.Text;
using System.Text.Json;
using ClientAuth.FailureCases.Jwts;
using ClientAuth.FailureCases.Values;
using ClientAuth.FailureCases.Wire;

namespace ClientAuth.FailureCases.Requests;

/// <summary>Turns a draft into the request that is sent: signs its JWTs, fills in every placeholder, encodes the body.</summary>
internal static class RequestRendering
{
    public static WireRequest Render(RequestDraft draft, Uri address)
    {
        var values = draft.Values;
        var signer = new JwtSigner(draft.Keys, draft.Client, draft.OtherClient);
        draft.Evidence?.AddTo(values, draft.Devices);
        if (draft.MintedToken is { } token)
        {
            values.Set("minted_token", token.Serialize(values, signer));
        }

        values.Set("htm", draft.Method);
        values.Set("htu", address.GetLeftPart(UriPartial.Path));
        foreach (var (which, jwt) in draft.Jwts)
        {
            values.Set(JsonNamingPolicy.SnakeCaseLower.ConvertName($"{which}"), jwt.Serialize(values, signer));
        }

        var body = Body(draft, values);
        var headers = draft.Headers.Select(header => header with { Value = values.Expand(header.Value) }).ToList();
        if (body is not null && draft.ContentType is not "")
        {
            headers.Insert(0, new NamedField("Content-Type", draft.ContentType));
        }

        return new WireRequest(address, address.AbsolutePath + Query(draft, address), draft.Method, headers, body)
        {
            OverTls = draft.OverTls,
            MayResume = draft.MayResume,
            BeginsSecondHandshake = draft.BeginsSecondHandshake,
            Certificate = draft.Certificate,
            Intermediates = draft.Intermediates,
        };
    }

    // What the endpoint's own address has is kept (RFC 6749 §3.2).
    private static string Query(RequestDraft draft, Uri address) =>
        draft.Query is not { } text ? address.Query
        : address.Query is "" ? $"?{draft.Values.Expand(text)}"
        : $"{address.Query}&{draft.Values.Expand(text)}";

    private static byte[]? Body(RequestDraft draft, Placeholders values) =>
        draft.RawBody is { } raw ? Encoding.UTF8.GetBytes(values.Expand(raw))
        : draft.Method is "GET" or "HEAD" or "DELETE" ? null
        : draft.Json is { } json ? json.ToBytes(values)
        : Encoding.UTF8.GetBytes(
            string.Join('&', draft.Form.Select(field => $"{Encoded(field.Name)}={Encoded(values.Expand(field.Value))}"))
        );

    private static string Encoded(string text) => Uri.EscapeDataString(text);
}
