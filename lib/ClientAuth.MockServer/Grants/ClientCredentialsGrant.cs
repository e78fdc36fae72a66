using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Dpop;
using ClientAuth.MockServer.Methods;
using ClientAuth.MockServer.Reading;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Grants;

/// <summary>The client asks on its own behalf, and has proven who it is (RFC 6749 §4.4).</summary>
internal sealed class ClientCredentialsGrant(DpopProofChecks proofs) : TokenGrant(GrantTypes.ClientCredentials, proofs)
{
    public override bool IsForPublicClients => false;

    public override AuthenticatedClient? Check(
        AuthenticatedClient authenticated,
        FormRequest request,
        CheckTrace trace
    ) => TakeProof(authenticated, request.Incoming, trace);
}
