using System.Text.Json.Nodes;
using ClientAuth.FailureCases.Jwts;
using ClientAuth.FailureCases.Keys;
using ClientAuth.Protocol;

namespace ClientAuth.FailureCases.Requests;

/// <summary>A good DPoP proof for whatever request it is put into (RFC 9449 §4.2).</summary>
internal static class GoodDpopProof
{
    public static JwtSigning Signing(string? key, string? alg) =>
        new(alg ?? SignatureAlgorithms.ES256, key ?? CaseKeys.Dpop);

    public static void AddTo(RequestDraft draft, JwtSigning signing)
    {
        var claims = new JsonObject
        {
            // Apart from the jti of an assertion in the same request, which the same key may have signed.
            ["jti"] = "{jti}-dpop",
            ["htm"] = "{htm}",
            ["htu"] = "{htu}",
            ["iat"] = "{now}",
        };
        if (draft.Values.Knows("dpop_nonce"))
        {
            claims["nonce"] = "{dpop_nonce}";
        }

        draft.SetHeader(ProofHeaders.Dpop, "{dpop}");
        draft.Jwts[JwtKind.Dpop] = new JwtDraft(
            new JsonObject
            {
                ["typ"] = JwtTypes.DpopProof,
                ["alg"] = signing.Alg,
                ["jwk"] = $"{{jwk:{signing.KeyName}}}",
            },
            claims,
            signing
        );
    }
}
