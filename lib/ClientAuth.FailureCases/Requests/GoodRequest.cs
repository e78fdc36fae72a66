using ClientAuth.FailureCases.Values;
using ClientAuth.Protocol;
using ClientAuth.Protocol.Authorization;
using ClientAuth.Protocol.Resources;

namespace ClientAuth.FailureCases.Requests;

/// <summary>A good request to each endpoint, which a case then changes.</summary>
internal static class GoodRequest
{
    // Of an earlier step, which the case calls 'token'.
    private const string IssuedToken = "{token.access_token}";

    public static void Fill(RequestDraft draft, string endpoint)
    {
        switch (endpoint)
        {
            case EndpointNames.Token:
                draft.SetParameter(TokenParameters.GrantType, GrantTypes.ClientCredentials);
                break;
            case EndpointNames.Introspection or EndpointNames.Revocation:
                draft.SetParameter(IntrospectionParameters.Token, IssuedToken);
                break;
            case EndpointNames.PushedAuthorizationRequest:
                draft.SetParameter(TokenParameters.ClientId, "{client_id}");
                draft.SetParameter(AuthorizationParameters.ResponseType, ResponseTypes.Code);
                draft.SetParameter(AuthorizationParameters.RedirectUri, "https://app.example/callback");
                break;
            case EndpointNames.Resource:
                draft.Method = "GET";
                draft.SetHeader("Authorization", $"Bearer {IssuedToken}");
                draft.Certificate = draft.Client.Certificate;
                draft.AtCertificateEndpoint = draft.Certificate is not null;
                return;
            case EndpointNames.Registration:
                GoodRegistration.Fill(draft);
                return;
            case EndpointNames.ClientConfiguration:
                GoodRegistration.FillConfiguration(draft);
                return;
            case EndpointNames.ClientAttestationToken:
                GoodDeviceAttestation.Fill(draft);
                return;
            case EndpointNames.TokenExchange:
                GoodDeviceAttestation.FillExchange(draft);
                return;
            default:
                throw new UnusableCaseException($"there is no good request to '{endpoint}' yet");
        }

        PresentedCredential.Present(draft, draft.Client.Method);
    }
}
