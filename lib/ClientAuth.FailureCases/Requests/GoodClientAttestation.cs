using System.Text.Json.Nodes;
using ClientAuth.FailureCases.Fixtures;
using ClientAuth.FailureCases.Jwts;
using ClientAuth.FailureCases.Keys;
using ClientAuth.Protocol;

namespace ClientAuth.FailureCases.Requests;

/// <summary>A good attestation of a client's key, and a good proof of that key (draft-ietf-oauth-attestation-based-client-auth §4, §5.1).</summary>
internal static class GoodClientAttestation
{
    public static void AddTo(RequestDraft draft, JwtSigning client)
    {
        draft.SetHeader(ProofHeaders.ClientAttestation, "{attestation}");
        draft.Jwts[JwtKind.Attestation] = new JwtDraft(
            new JsonObject { ["typ"] = JwtTypes.ClientAttestation, ["alg"] = SignatureAlgorithms.ES256 },
            new JsonObject
            {
                ["iss"] = CaseFixture.AttesterIssuer,
                ["sub"] = "{client_id}",
                ["iat"] = "{now}",
                ["exp"] = "{now+600}",
                ["cnf"] = new JsonObject { ["jwk"] = $"{{jwk:{client.KeyName}}}" },
            },
            new JwtSigning(SignatureAlgorithms.ES256, CaseKeys.Attester)
        );
    }

    public static void AddPopTo(RequestDraft draft, JwtSigning client)
    {
        var claims = new JsonObject
        {
            ["aud"] = "{issuer}",
            ["jti"] = "{jti}",
            ["iat"] = "{now}",
        };
        if (draft.Values.Knows("challenge"))
        {
            claims["challenge"] = "{challenge}";
        }

        draft.SetHeader(ProofHeaders.ClientAttestationPop, "{attestation_pop}");
        draft.Jwts[JwtKind.AttestationPop] = new JwtDraft(
            new JsonObject { ["typ"] = JwtTypes.ClientAttestationPop, ["alg"] = client.Alg },
            claims,
            client
        );
    }
}
