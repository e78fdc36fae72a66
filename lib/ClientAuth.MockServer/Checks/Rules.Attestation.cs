using static ClientAuth.Protocol.OAuthErrors;

namespace ClientAuth.MockServer.Checks;

/// <summary>Rules for client attestations and what proves their key, in the order in which they are checked.</summary>
public static partial class Rules
{
    // Sections as in draft -11 of 3 September 2026, to which links without a number lead; -10 numbers some of them otherwise.
    private const string Attest = "draft-ietf-oauth-attestation-based-client-auth";

    public static Rule AttestationPresented { get; } =
        new("attestation.presented", InvalidClient, $"{Attest} §7.1 (1)");
    public static Rule PopPresented { get; } =
        new("attestation_pop.presented", InvalidClient, $"{Attest} §7.2 (1), §7.3 (2)");
    public static Rule AttestationFormat { get; } = new("attestation.format", InvalidClient, $"{Attest} §4");
    public static Rule PopFormat { get; } = new("attestation_pop.format", InvalidClient, $"{Attest} §5.1");

    public static Rule AttestationTyp { get; } = new("attestation.typ", InvalidClient, $"{Attest} §4");
    public static Rule AttestationAlg { get; } = new("attestation.alg", InvalidClient, $"{Attest} §7.1 (3)");
    public static Rule AttestationCrit { get; } = new("attestation.crit", InvalidClient, "RFC 7515 §4.1.11");
    public static Rule AttestationAttester { get; } = new("attestation.attester", InvalidClient, $"{Attest} §7.1 (4)");
    public static Rule AttestationSignature { get; } =
        new("attestation.signature", InvalidClient, $"{Attest} §7.1 (4)");
    public static Rule AttestationSub { get; } = new("attestation.sub", InvalidClient, $"{Attest} §7.1 (7)");
    public static Rule AttestationExp { get; } = new("attestation.exp", InvalidClient, $"{Attest} §4");
    public static Rule AttestationNbf { get; } = new("attestation.nbf", InvalidClient, "RFC 7519 §4.1.5");
    public static Rule AttestationIat { get; } = new("attestation.iat", InvalidClient, $"{Attest} §4");

    // The draft leaves iat optional, and how fresh is fresh enough to the server.
    public static Rule AttestationIatRequired { get; } = AttestationIat with { Specification = $"{Attest} §7.1 (6)" };
    public static Rule AttestationCnf { get; } = new("attestation.cnf", InvalidClient, $"{Attest} §4, §7.1 (5)");
    public static Rule AttestationFresh { get; } =
        new("attestation.fresh", UseFreshAttestation, $"{Attest} §7.1 (6), §7.4");

    public static Rule PopTyp { get; } = new("attestation_pop.typ", InvalidClient, $"{Attest} §5.1");
    public static Rule PopAlg { get; } = new("attestation_pop.alg", InvalidClient, $"{Attest} §7.2 (3)");
    public static Rule PopCrit { get; } = new("attestation_pop.crit", InvalidClient, "RFC 7515 §4.1.11");
    public static Rule PopSignature { get; } = new("attestation_pop.signature", InvalidClient, $"{Attest} §7.2 (4)");
    public static Rule PopAud { get; } = new("attestation_pop.aud", InvalidClient, $"{Attest} §7.2 (7)");
    public static Rule PopJti { get; } = new("attestation_pop.jti", InvalidClient, $"{Attest} §5.1");
    public static Rule PopIat { get; } = new("attestation_pop.iat", InvalidClient, $"{Attest} §7.2 (6)");
    public static Rule PopChallenge { get; } =
        new("attestation_pop.challenge", UseAttestationChallenge, $"{Attest} §6.1, §7.2 (5)");
    public static Rule PopJtiUnused { get; } =
        new("attestation_pop.jti_unused", InvalidClient, $"{Attest} §7.2 (8), §12.1");

    public static Rule AttestationDpopKey { get; } =
        new("attestation.dpop_key", InvalidClient, $"{Attest} §5.2, §7.3 (4)");
}
