using ClientAuth.MockServer.Attestations;
using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Registrations;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Methods;

/// <summary><c>attest_jwt_client_auth</c>: an attester's word for a key, and a proof by that key (draft-ietf-oauth-attestation-based-client-auth §5.1).</summary>
internal sealed class AttestJwtClientAuth(AttestationChecks attestations, AttestationPopChecks pops)
    : MethodVerifier(TokenEndpointAuthMethods.AttestJwtClientAuth, ClientAttestation.Reader)
{
    public override bool Expects(PresentedCredential credential) => credential is ClientAttestation { Pop: not null };

    public override Task<AuthenticatedClient?> VerifyAsync(
        RegisteredClient client,
        PresentedCredential credential,
        CheckTrace trace,
        CancellationToken cancellationToken
    )
    {
        if (credential is not ClientAttestation { Jwt: var jwt, Pop: { } pop })
        {
            return When(false, client);
        }

        using var key = attestations.Check(client.Metadata, jwt, trace);
        var use = key is null ? null : pops.Check(pop, key, trace);
        return When(use is not null, client, use);
    }
}
