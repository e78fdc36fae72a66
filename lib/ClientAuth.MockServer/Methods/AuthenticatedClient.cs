using ClientAuth.MockServer.Assertions;
using ClientAuth.MockServer.Dpop;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Methods;

/// <summary>A client that has proven who it is, as far as its method goes.</summary>
/// <param name="Client">Its registration.</param>
/// <param name="Use">The assertion that is still to be spent; null for methods without one.</param>
internal sealed record AuthenticatedClient(ClientMetadata Client, AssertionUse? Use)
{
    /// <summary>The DPoP proof that came with the request, verified and still to be spent; null without one.</summary>
    public DpopProof? Proof { get; init; }
}
