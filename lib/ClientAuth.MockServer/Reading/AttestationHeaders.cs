using ClientAuth.MockServer.Checks;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Reading;

/// <summary>
/// Reads a client attestation and what proves its key: a header of its own, or a DPoP proof in its place
/// (draft-ietf-oauth-attestation-based-client-auth §7).
/// </summary>
internal static class AttestationHeaders
{
    private const string Mechanism = "a client attestation";

    public static Attempt? Read(FormRequest request)
    {
        var attestations = request.Incoming.Values(ProofHeaders.ClientAttestation);
        var pops = request.Incoming.Values(ProofHeaders.ClientAttestationPop);
        return attestations is [] && pops is [] ? null : Read(request.Incoming, attestations, pops);
    }

    private static Attempt Read(
        IncomingRequest incoming,
        IReadOnlyList<string> attestations,
        IReadOnlyList<string> pops
    )
    {
        var isJwt = DecodedJwt.TryParse(attestations is [var first, ..] ? first : "", out var jwt, out var problem);
        DecodedJwt? pop = null;
        string? popProblem = null;
        var isPop = pops is [] || DecodedJwt.TryParse(pops[0], out pop, out popProblem);
        CheckResult[] results =
        [
            new(
                Rules.AttestationPresented,
                attestations.Count == 1,
                "exactly one attestation",
                $"{attestations.Count}"
            ),
            Proof(incoming, pops.Count),
            Format(Rules.AttestationFormat, isJwt, problem, jwt),
            Format(Rules.PopFormat, isPop, popProblem, pop),
        ];
        var upToFailure = results.TakeWhile(result => result.Holds).ToList();
        return upToFailure.Count == results.Length
            ? Attempt.Read(new PresentedCredential.Attestation(jwt!, pop, incoming), results)
            : Attempt.Unreadable(Mechanism, [.. upToFailure, results[upToFailure.Count]]);
    }

    private static CheckResult Proof(IncomingRequest incoming, int pops)
    {
        var dpop = incoming.Values(ProofHeaders.Dpop).Count;
        return new CheckResult(
            Rules.PopPresented,
            pops == 1 || (pops == 0 && dpop > 0),
            $"exactly one {ProofHeaders.ClientAttestationPop}, or none and a DPoP proof",
            $"{pops}, and {dpop} {(dpop == 1 ? "DPoP proof" : "DPoP proofs")}"
        );
    }

    private static CheckResult Format(Rule rule, bool holds, string? problem, DecodedJwt? jwt) =>
        new(rule, holds, "one JWS in compact serialization", problem ?? (jwt is null ? "none" : Quote.Jws(jwt)));
}
