using System.Text.Json.Nodes;
using ClientAuth.FailureCases.Fixtures;
using ClientAuth.FailureCases.Jwts;
using ClientAuth.FailureCases.Keys;
using ClientAuth.FailureCases.Values;
using ClientAuth.Protocol;

namespace ClientAuth.FailureCases.Requests;

/// <summary>Adds the credential of a method to a request, and removes every credential.</summary>
internal static class PresentedCredential
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
                draft.Jwts[JwtKind.Assertion] = Assertion(draft.Client, method);
                break;
            case TokenEndpointAuthMethods.TlsClientAuth or TokenEndpointAuthMethods.SelfSignedTlsClientAuth:
                draft.SetParameter(TokenParameters.ClientId, "{client_id}");
                draft.Certificate = draft.Client.Certificate ?? draft.Fixture.Clients.Of(method).Certificate;
                draft.AtCertificateEndpoint = true;
                break;
            case TokenEndpointAuthMethods.AttestJwtClientAuth:
                draft.SetParameter(TokenParameters.ClientId, "{client_id}");
                GoodClientAttestation.AddTo(draft, OwnSigning(draft.Client));
                GoodClientAttestation.AddPopTo(draft, OwnSigning(draft.Client));
                break;
            case TokenEndpointAuthMethods.AttestJwtClientAuthDpop:
                draft.SetParameter(TokenParameters.ClientId, "{client_id}");
                GoodClientAttestation.AddTo(draft, OwnSigning(draft.Client));
                GoodDpopProof.AddTo(draft, OwnSigning(draft.Client));
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
        draft.Jwts.Clear();
        draft.Certificate = null;
    }

    private static JwtSigning OwnSigning(CaseClient client) =>
        TokenEndpointAuthMethods.Attested.Contains(client.Method) && client.Signing is { } own
            ? own
            : new JwtSigning(SignatureAlgorithms.ES256, CaseKeys.Client);

    private static JwtDraft Assertion(CaseClient client, string method)
    {
        var signing =
            method == client.Method && client.Signing is { } own ? own
            : method == TokenEndpointAuthMethods.ClientSecretJwt
                ? new JwtSigning(SignatureAlgorithms.HS256, CaseKeys.Client)
            : new JwtSigning(SignatureAlgorithms.ES256, CaseKeys.Client);
        var header = new JsonObject { ["alg"] = signing.Alg };
        if (client.KeyId is { } keyId && method == client.Method)
        {
            header["kid"] = keyId;
        }

        if (client.Typ is { } typ && method == client.Method)
        {
            header["typ"] = typ;
        }

        return new JwtDraft(
            header,
            new JsonObject
            {
                ["iss"] = "{client_id}",
                ["sub"] = "{client_id}",
                ["aud"] = "{audience}",
                ["iat"] = "{now}",
                ["exp"] = "{now+60}",
                ["jti"] = "{jti}",
            },
            signing
        );
    }
}
