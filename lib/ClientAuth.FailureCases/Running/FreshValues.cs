using ClientAuth.FailureCases.Changes;
using ClientAuth.FailureCases.Judging;
using ClientAuth.FailureCases.Requests;
using ClientAuth.FailureCases.Values;
using ClientAuth.FailureCases.Wire;
using ClientAuth.Protocol;

namespace ClientAuth.FailureCases.Running;

/// <summary>Fetches what a proof of possession has to hold: a challenge and a DPoP nonce (draft-ietf-oauth-attestation-based-client-auth §6.3).</summary>
internal static class FreshValues
{
    public static bool AreNeeded(RequestPlan plan) =>
        TokenEndpointAuthMethods.Attested.Contains(plan.Client.Method)
        || plan.Endpoint is EndpointNames.ClientAttestationToken or EndpointNames.TokenExchange
        || plan.Changes.Any(change =>
            change is DpopChange
            || (change is PresentChange present && TokenEndpointAuthMethods.Attested.Contains(present.Method))
        );

    /// <summary>Adds what the server gives, as <c>{challenge}</c> and <c>{dpop_nonce}</c>; it gives neither where it asks for none.</summary>
    public static async Task AddToAsync(
        Placeholders values,
        Func<WireRequest, CancellationToken, Task<WireOutcome>> send,
        AuthorizationServerMetadata metadata,
        CancellationToken cancellationToken
    )
    {
        var address = new Uri(metadata.ChallengeEndpoint!);
        var request = new WireRequest(address, address.AbsolutePath, "POST", [], []);
        if (await send(request, cancellationToken) is not WireOutcome.Responded { Response: var response })
        {
            throw new UnusableCaseException("the challenge endpoint does not answer");
        }

        if (response.Header(ProofHeaders.DpopNonce) is { } nonce)
        {
            values.Set("dpop_nonce", nonce);
        }

        if (BodyMembers.Parse(response.Body)?["attestation_challenge"] is { } challenge)
        {
            values.Set("challenge", $"{challenge}");
        }
    }
}
