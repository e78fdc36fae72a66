using ClientAuth.Protocol;

namespace ClientAuth.FailureCases.Drafts;

/// <summary>What each endpoint gets from a client that does everything right.</summary>
internal static class GoodRequest
{
    public static void Fill(RequestDraft draft, string endpoint)
    {
        switch (endpoint)
        {
            case EndpointNames.Token:
                draft.SetParameter(TokenParameters.GrantType, GrantTypes.ClientCredentials);
                break;
            default:
                throw new UnusableCaseException($"there is no good request to '{endpoint}' yet");
        }

        PresentedMethod.Present(draft, draft.Client.Method);
    }
}
