using ClientAuth.MockServer.Attestations;
using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Dpop;
using ClientAuth.MockServer.Jwt;
using ClientAuth.MockServer.Registrations;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Methods;

/// <summary>
/// <c>attest_jwt_client_auth_dpop</c>: an attester's word for a key, and a DPoP proof by that key, which also binds the token
/// (draft-ietf-oauth-attestation-based-client-auth §5.2).
/// </summary>
internal sealed class AttestJwtClientAuthDpop(AttestationChecks attestations, DpopProofChecks proofs)
    : MethodVerifier(TokenEndpointAuthMethods.AttestJwtClientAuthDpop, ClientAttestation.Reader)
{
    public override bool Expects(PresentedCredential credential) => credential is ClientAttestation { Pop: null };

    public override Task<AuthenticatedClient?> VerifyAsync(
        RegisteredClient client,
        PresentedCredential credential,
        CheckTrace trace,
        CancellationToken cancellationToken
    ) =>
        Task.FromResult(
            credential is ClientAttestation { Pop: null } presented
            && Verify(client.Metadata, presented, trace) is { } proof
                ? new AuthenticatedClient(client.Metadata, Use: null) { Proof = proof }
                : null
        );

    private DpopProof? Verify(ClientMetadata client, ClientAttestation presented, CheckTrace trace)
    {
        using var key = attestations.Check(client, presented.Jwt, trace);
        return
            key is not null && proofs.Check(presented.Incoming, trace) is { } proof && CheckSameKey(key, proof, trace)
            ? proof
            : null;
    }

    private static bool CheckSameKey(ProofKey attested, DpopProof proof, CheckTrace trace) =>
        trace.Check(
            Rules.AttestationDpopKey,
            proof.KeyThumbprint == attested.Thumbprint,
            $"a proof by the attested key, thumbprint {Quote.Text(attested.Thumbprint)}",
            Quote.Text(proof.KeyThumbprint)
        );
}
