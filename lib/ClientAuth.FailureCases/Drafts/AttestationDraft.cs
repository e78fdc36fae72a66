using System.Text.Json.Nodes;
using ClientAuth.FailureCases.Changes;
using ClientAuth.FailureCases.Laboratory;
using ClientAuth.Protocol;

namespace ClientAuth.FailureCases.Drafts;

/// <summary>A good attestation of a client's key, and a good proof of that key (draft-ietf-oauth-attestation-based-client-auth §4, §5.1).</summary>
internal static class AttestationDraft
{
    public static void AddTo(RequestDraft draft, Signing client)
    {
        draft.SetHeader(ProofHeaders.ClientAttestation, "{attestation}");
        draft.Proofs[SentJwt.Attestation] = new AssertionDraft(
            new JsonObject { ["typ"] = JwtTypes.ClientAttestation, ["alg"] = SignatureAlgorithms.ES256 },
            new JsonObject
            {
                ["iss"] = CaseLab.AttesterIssuer,
                ["sub"] = "{client_id}",
                ["iat"] = "{now}",
                ["exp"] = "{now+600}",
                ["cnf"] = new JsonObject { ["jwk"] = $"{{jwk:{client.KeyName}}}" },
            },
            new Signing(SignatureAlgorithms.ES256, LabKeys.Attester)
        );
    }

    public static void AddPopTo(RequestDraft draft, Signing client)
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
        draft.Proofs[SentJwt.AttestationPop] = new AssertionDraft(
            new JsonObject { ["typ"] = JwtTypes.ClientAttestationPop, ["alg"] = client.Alg },
            claims,
            client
        );
    }
}
