using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Methods;
using ClientAuth.MockServer.Reading;

namespace ClientAuth.MockServer.Dpop;

/// <summary>What DPoP makes of a token request (RFC 9449 §5): with a good proof the token is bound to the proof's key.</summary>
internal sealed class TokenRequestProofs(DpopProofChecks proofs)
{
    /// <summary>The client, with its proof where it sent one, or null where a check failed.</summary>
    public AuthenticatedClient? Check(AuthenticatedClient authenticated, IncomingRequest incoming, CheckTrace trace)
    {
        // Where the proof has authenticated the client, it has been checked.
        if (authenticated.Proof is not null)
        {
            return authenticated;
        }

        var isPresent = DpopHeader.IsPresent(incoming);
        if (
            authenticated.Client.DpopBoundAccessTokens is true
            && !CheckPresented(isPresent, "since the client is registered for bound tokens", trace)
        )
        {
            return null;
        }

        return isPresent ? Verify(authenticated, incoming, trace) : authenticated;
    }

    /// <summary>The client with its proof, or null where a check failed or there is no proof.</summary>
    public AuthenticatedClient? Demand(AuthenticatedClient authenticated, IncomingRequest incoming, CheckTrace trace) =>
        CheckPresented(DpopHeader.IsPresent(incoming), "by the key of the subject token", trace)
            ? Verify(authenticated, incoming, trace)
            : null;

    private AuthenticatedClient? Verify(
        AuthenticatedClient authenticated,
        IncomingRequest incoming,
        CheckTrace trace
    ) => proofs.Check(incoming, trace) is { } proof ? authenticated with { Proof = proof } : null;

    private static bool CheckPresented(bool isPresent, string why, CheckTrace trace) =>
        trace.Check(
            Rules.DpopPresented,
            isPresent,
            $"a DPoP proof, {why}",
            isPresent ? "a DPoP header" : "no DPoP header"
        );
}
