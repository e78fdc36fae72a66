using System.Text.Json.Nodes;
using ClientAuth.Devices;
using ClientAuth.FailureCases.Laboratory;
using ClientAuth.Protocol;

namespace ClientAuth.FailureCases.Drafts;

/// <summary>
/// What an app sends whose platform vouches for it: evidence for a Client Attestation Token, and later that token, which an
/// earlier step has brought as <c>cat</c>, for an access token.
/// </summary>
internal static class GoodAttestation
{
    public static void Fill(RequestDraft draft)
    {
        draft.ContentType = "application/json";
        draft.Json = new JsonDraft(
            new JsonObject
            {
                ["client_id"] = "{client_id}",
                ["challenge"] = "{challenge}",
                ["attestation"] = "{evidence}",
            }
        );
        EvidenceDraft.AddTo(draft, new EvidenceDraft(CaseLab.StandardPhone, "{challenge}", EvidenceFlaw.None));
    }

    public static void FillExchange(RequestDraft draft)
    {
        draft.SetParameter(TokenParameters.GrantType, GrantTypes.TokenExchange);
        draft.SetParameter(TokenParameters.ClientId, "{client_id}");
        draft.SetParameter(TokenParameters.SubjectToken, "{cat.client_attestation_token}");
        draft.SetParameter(TokenParameters.SubjectTokenType, TokenTypes.Jwt);
        DpopProofDraft.AddTo(draft, DpopProofDraft.Signing(CaseLab.StandardPhone, alg: null));
    }
}
