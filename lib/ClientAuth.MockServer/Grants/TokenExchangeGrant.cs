using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Dpop;
using ClientAuth.MockServer.Methods;
using ClientAuth.MockServer.Reading;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Grants;

/// <summary>
/// A Client Attestation Token becomes an access token (RFC 8693 §2.1). The client itself authenticates with nothing: what proves it is the
/// token, together with the key that the token names.
/// </summary>
internal sealed class TokenExchangeGrant(ExchangeTermsChecks terms, SubjectTokenChecks tokens, DpopProofChecks proofs)
    : TokenGrant(GrantTypes.TokenExchange, proofs)
{
    public override bool IsForPublicClients => true;

    public override string IssuedTokenType => TokenTypes.AccessToken;

    public override AuthenticatedClient? Check(
        AuthenticatedClient authenticated,
        FormRequest request,
        CheckTrace trace
    ) =>
        terms.Check(request, trace)
        && tokens.Check(authenticated.Client, request, trace) is { } token
        && DemandProof(authenticated, "by the key of the subject token", request.Incoming, trace)
            is { Proof: { } proof } proven
        && SubjectTokenChecks.CheckKey(token, proof, trace)
            ? proven
            : null;
}
