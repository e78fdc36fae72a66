using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Jwt;
using ClientAuth.MockServer.Reading;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Methods;

/// <summary>
/// What an attester says of the client, and what proves its key: a header of its own, or a DPoP proof in its place; none of it verified
/// (draft-ietf-oauth-attestation-based-client-auth §7).
/// </summary>
/// <param name="jwt">The attestation.</param>
/// <param name="pop">The proof of possession; null where a DPoP proof takes its place.</param>
/// <param name="incoming">The request, for which a DPoP proof must be made.</param>
internal sealed class ClientAttestation(DecodedJwt jwt, DecodedJwt? pop, IncomingRequest incoming)
    : PresentedCredential(pop is null ? Words + " with a DPoP proof" : Words)
{
    private const string Words = "a client attestation";

    public static CredentialReader Reader { get; } =
        CredentialReader.InHeader(Words, Read, ProofHeaders.ClientAttestation, ProofHeaders.ClientAttestationPop);

    public DecodedJwt Jwt => jwt;

    public DecodedJwt? Pop => pop;

    public IncomingRequest Incoming => incoming;

    public override string? ClientId => jwt.ClaimString("sub");

    public override Rule? Proof => Rules.AttestationSignature;

    public override ClientMetadata Decoy(string clientId, DecoyKeys keys) =>
        new()
        {
            ClientId = clientId,
            TokenEndpointAuthMethod = pop is null
                ? TokenEndpointAuthMethods.AttestJwtClientAuthDpop
                : TokenEndpointAuthMethods.AttestJwtClientAuth,
        };

    private static ClientAttestation? Read(FormRequest request, CheckTrace trace)
    {
        var http = request.Incoming.Http;
        var attestations = http.HeaderValues(ProofHeaders.ClientAttestation).ToList();
        var pops = http.HeaderValues(ProofHeaders.ClientAttestationPop).ToList();
        DecodedJwt? pop = null;
        return
            trace.Check(
                Rules.AttestationPresented,
                attestations.Count == 1,
                "exactly one attestation",
                $"{attestations.Count}"
            )
            && CheckProof(pops.Count, http.HeaderValues(ProofHeaders.Dpop).Count(), trace)
            && JwsChecks.Read(attestations.FirstOrDefault(), Rules.AttestationFormat, trace) is { } jwt
            && CheckPop(pops.FirstOrDefault(), trace, out pop)
            ? new ClientAttestation(jwt, pop, request.Incoming)
            : null;
    }

    private static bool CheckProof(int pops, int dpops, CheckTrace trace) =>
        trace.Check(
            Rules.PopPresented,
            pops == 1 || (pops == 0 && dpops > 0),
            $"exactly one {ProofHeaders.ClientAttestationPop}, or none and a DPoP proof",
            $"{pops}, and {dpops} {(dpops == 1 ? "DPoP proof" : "DPoP proofs")}"
        );

    private static bool CheckPop(string? compact, CheckTrace trace, out DecodedJwt? pop)
    {
        pop = null;
        string? problem = null;
        var isPop = compact is null || DecodedJwt.TryParse(compact, out pop, out problem);
        return trace.Check(
            Rules.PopFormat,
            isPop,
            "one JWS in compact serialization",
            problem ?? (pop is null ? "none" : Quote.Jws(pop))
        );
    }
}
