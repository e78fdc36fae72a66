using System.Text.Json.Nodes;
using ClientAuth.Devices;
using ClientAuth.FailureCases.Fixtures;
using ClientAuth.FailureCases.Values;
using ClientAuth.Protocol;

namespace ClientAuth.FailureCases.Requests;

/// <summary>
/// What an app sends that its platform attests: evidence for a Client Attestation Token, and later that token, which an earlier
/// step has named <c>cat</c>, for an access token.
/// </summary>
internal static class GoodDeviceAttestation
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
        EvidenceDraft.AddTo(draft, new EvidenceDraft(CaseFixture.StandardPhone, "{challenge}", EvidenceFlaw.None));
    }

    public static void FillExchange(RequestDraft draft)
    {
        draft.SetParameter(TokenParameters.GrantType, GrantTypes.TokenExchange);
        draft.SetParameter(TokenParameters.ClientId, "{client_id}");
        draft.SetParameter(TokenParameters.SubjectToken, "{cat.client_attestation_token}");
        draft.SetParameter(TokenParameters.SubjectTokenType, TokenTypes.Jwt);
        GoodDpopProof.AddTo(draft, GoodDpopProof.Signing(CaseFixture.StandardPhone, alg: null));
    }
}
