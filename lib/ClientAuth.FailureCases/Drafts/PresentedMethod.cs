using System.Text.Json.Nodes;
using ClientAuth.FailureCases.Laboratory;
using ClientAuth.Protocol;

namespace ClientAuth.FailureCases.Drafts;

/// <summary>Puts the credential of a method into a request, and takes every credential out again.</summary>
internal static class PresentedMethod
{
    public static void Present(RequestDraft draft, string method)
    {
        switch (method)
        {
            case TokenEndpointAuthMethods.None:
                draft.SetParameter(TokenParameters.ClientId, "{client_id}");
                break;
            case TokenEndpointAuthMethods.ClientSecretBasic:
                draft.SetHeader("Authorization", "Basic {basic_pair|base64}");
                break;
            case TokenEndpointAuthMethods.ClientSecretPost:
                draft.SetParameter(TokenParameters.ClientId, "{client_id}");
                draft.SetParameter(TokenParameters.ClientSecret, "{secret}");
                break;
            case TokenEndpointAuthMethods.ClientSecretJwt or TokenEndpointAuthMethods.PrivateKeyJwt:
                draft.SetParameter(TokenParameters.ClientAssertionType, ClientAssertionTypes.JwtBearer);
                draft.SetParameter(TokenParameters.ClientAssertion, "{assertion}");
                draft.Assertion = Assertion(draft.Client, method);
                break;
            case TokenEndpointAuthMethods.TlsClientAuth or TokenEndpointAuthMethods.SelfSignedTlsClientAuth:
                draft.SetParameter(TokenParameters.ClientId, "{client_id}");
                draft.Certificate = draft.Client.Certificate ?? draft.Lab.Clients.Of(method).Certificate;
                draft.AtCertificateEndpoint = true;
                break;
            case TokenEndpointAuthMethods.AttestJwtClientAuth:
                draft.SetParameter(TokenParameters.ClientId, "{client_id}");
                AttestationDraft.AddTo(draft, OwnSigning(draft.Client));
                AttestationDraft.AddPopTo(draft, OwnSigning(draft.Client));
                break;
            case TokenEndpointAuthMethods.AttestJwtClientAuthDpop:
                draft.SetParameter(TokenParameters.ClientId, "{client_id}");
                AttestationDraft.AddTo(draft, OwnSigning(draft.Client));
                DpopProofDraft.AddTo(draft, OwnSigning(draft.Client));
                break;
            default:
                throw new UnusableCaseException($"there is no method '{method}'");
        }
    }

    public static void Withdraw(RequestDraft draft)
    {
        draft.SetHeader("Authorization", []);
        draft.RemoveParameter(TokenParameters.ClientId);
        draft.RemoveParameter(TokenParameters.ClientSecret);
        draft.RemoveParameter(TokenParameters.ClientAssertion);
        draft.RemoveParameter(TokenParameters.ClientAssertionType);
        draft.SetHeader(ProofHeaders.ClientAttestation, []);
        draft.SetHeader(ProofHeaders.ClientAttestationPop, []);
        draft.SetHeader(ProofHeaders.Dpop, []);
        draft.Proofs.Clear();
        draft.Assertion = null;
        draft.Certificate = null;
    }

    private static Signing OwnSigning(CaseClient client) =>
        TokenEndpointAuthMethods.Attested.Contains(client.Method) && client.Signing is { } own
            ? own
            : new Signing(SignatureAlgorithms.ES256, LabKeys.Client);

    private static AssertionDraft Assertion(CaseClient client, string method)
    {
        var signing =
            method == client.Method && client.Signing is { } own ? own
            : method == TokenEndpointAuthMethods.ClientSecretJwt
                ? new Signing(SignatureAlgorithms.HS256, LabKeys.Client)
            : new Signing(SignatureAlgorithms.ES256, LabKeys.Client);
        return new AssertionDraft(
            new JsonObject { ["alg"] = signing.Alg },
            new JsonObject
            {
                ["iss"] = "{client_id}",
                ["sub"] = "{client_id}",
                ["aud"] = "{issuer}",
                ["iat"] = "{now}",
                ["exp"] = "{now+60}",
                ["jti"] = "{jti}",
            },
            signing
        );
    }
}
