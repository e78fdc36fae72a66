using System.Text;
using System.Text.Json;
using ClientAuth.FailureCases.Drafts;
using ClientAuth.FailureCases.Wire;

namespace ClientAuth.FailureCases.Running;

/// <summary>Settles a draft: signs, fills in every placeholder, encodes.</summary>
internal static class RequestRendering
{
    public static WireRequest Render(RequestDraft draft, Uri address)
    {
        var values = draft.Values;
        var signer = new AssertionSigner(draft.Keys, draft.Client, draft.OtherClient);
        draft.Evidence?.Finish(values, draft.Devices);
        if (draft.Assertion is { } assertion)
        {
            values.Set("assertion", assertion.Finish(values, signer));
        }

        if (draft.MintedToken is { } token)
        {
            values.Set("minted_token", token.Finish(values, signer));
        }

        values.Set("htm", draft.Method);
        values.Set("htu", address.GetLeftPart(UriPartial.Path));
        foreach (var (which, proof) in draft.Proofs)
        {
            values.Set(JsonNamingPolicy.SnakeCaseLower.ConvertName($"{which}"), proof.Finish(values, signer));
        }

        var body = Body(draft, values);
        var headers = draft.Headers.Select(header => header with { Value = values.Expand(header.Value) }).ToList();
        if (body is not null && draft.ContentType is not "")
        {
            headers.Insert(0, new NamedField("Content-Type", draft.ContentType));
        }

        var query = draft.Query is { } text ? $"?{values.Expand(text)}" : "";
        return new WireRequest(address, address.AbsolutePath + query, draft.Method, headers, body)
        {
            OverTls = draft.OverTls,
            MayResume = draft.MayResume,
            BeginsSecondHandshake = draft.BeginsSecondHandshake,
            Certificate = draft.Certificate,
            Intermediates = draft.Intermediates,
        };
    }

    private static byte[]? Body(RequestDraft draft, Placeholders values) =>
        draft.RawBody is { } raw ? Encoding.UTF8.GetBytes(values.Expand(raw))
        : draft.Method is "GET" or "HEAD" or "DELETE" ? null
        : draft.Json is { } json ? json.ToBytes(values)
        : Encoding.UTF8.GetBytes(
            string.Join('&', draft.Form.Select(field => $"{Encoded(field.Name)}={Encoded(values.Expand(field.Value))}"))
        );

    private static string Encoded(string text) => Uri.EscapeDataString(text);
}
