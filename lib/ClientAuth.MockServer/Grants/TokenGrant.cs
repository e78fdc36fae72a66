using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Dpop;
using ClientAuth.MockServer.Methods;
using ClientAuth.MockServer.Reading;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Grants;

/// <summary>One way to ask for an access token. One file per grant. With a good DPoP proof, each binds the token to the proof's key (RFC 9449 §5).</summary>
/// <param name="type">One of <see cref="GrantTypes"/>.</param>
/// <param name="proofs">Verify the DPoP proof of the request.</param>
internal abstract class TokenGrant(string type, DpopProofChecks proofs)
{
    public string Type => type;

    /// <summary>Whether it is for clients that prove nothing by themselves, or for the others.</summary>
    public abstract bool IsForPublicClients { get; }

    /// <summary>What an exchange says that it has issued (RFC 8693 §2.2.1); null for other grants.</summary>
    public virtual string? IssuedTokenType => null;

    /// <summary>What the grant itself asks for, and the DPoP proof; the client with its proof, or null where a check failed.</summary>
    public abstract AuthenticatedClient? Check(
        AuthenticatedClient authenticated,
        FormRequest request,
        CheckTrace trace
    );

    /// <summary>The client, with its proof where it sent one, or null where a check failed.</summary>
    protected AuthenticatedClient? TakeProof(
        AuthenticatedClient authenticated,
        IncomingRequest incoming,
        CheckTrace trace
    )
    {
        // Where the proof has authenticated the client, it has been checked.
        if (authenticated.Proof is not null)
        {
            return authenticated;
        }

        if (
            authenticated.Client.DpopBoundAccessTokens is true
            && !CheckPresented(incoming, "since the client is registered for bound tokens", trace)
        )
        {
            return null;
        }

        return IsPresent(incoming) ? Verify(authenticated, incoming, trace) : authenticated;
    }

    /// <summary>The client with its proof, or null where a check failed or there is no proof.</summary>
    /// <param name="authenticated">The client.</param>
    /// <param name="why">By which key it must be made, or why it is needed, for the trace.</param>
    /// <param name="incoming">The request and its connection.</param>
    /// <param name="trace">Where every check leaves its line.</param>
    protected AuthenticatedClient? DemandProof(
        AuthenticatedClient authenticated,
        string why,
        IncomingRequest incoming,
        CheckTrace trace
    ) => CheckPresented(incoming, why, trace) ? Verify(authenticated, incoming, trace) : null;

    private AuthenticatedClient? Verify(
        AuthenticatedClient authenticated,
        IncomingRequest incoming,
        CheckTrace trace
    ) => proofs.Check(incoming, trace) is { } proof ? authenticated with { Proof = proof } : null;

    private static bool CheckPresented(IncomingRequest incoming, string why, CheckTrace trace)
    {
        var isPresent = IsPresent(incoming);
        return trace.Check(
            Rules.DpopPresented,
            isPresent,
            $"a DPoP proof, {why}",
            isPresent ? "a DPoP header" : "no DPoP header"
        );
    }

    private static bool IsPresent(IncomingRequest incoming) => incoming.Http.Header(ProofHeaders.Dpop) is not null;
}
