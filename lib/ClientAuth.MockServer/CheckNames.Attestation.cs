namespace ClientAuth.MockServer;

public static partial class CheckNames
{
    public const string AttestationPresented = "attestation.presented";
    public const string AttestationFormat = "attestation.format";
    public const string AttestationTyp = "attestation.typ";
    public const string AttestationAlg = "attestation.alg";
    public const string AttestationCrit = "attestation.crit";
    public const string AttestationAttester = "attestation.attester";
    public const string AttestationSignature = "attestation.signature";
    public const string AttestationSub = "attestation.sub";
    public const string AttestationExp = "attestation.exp";
    public const string AttestationNbf = "attestation.nbf";
    public const string AttestationIat = "attestation.iat";
    public const string AttestationCnf = "attestation.cnf";
    public const string AttestationFresh = "attestation.fresh";
    public const string AttestationDpopKey = "attestation.dpop_key";

    public const string AttestationPopPresented = "attestation_pop.presented";
    public const string AttestationPopFormat = "attestation_pop.format";
    public const string AttestationPopTyp = "attestation_pop.typ";
    public const string AttestationPopAlg = "attestation_pop.alg";
    public const string AttestationPopCrit = "attestation_pop.crit";
    public const string AttestationPopSignature = "attestation_pop.signature";
    public const string AttestationPopAud = "attestation_pop.aud";
    public const string AttestationPopJti = "attestation_pop.jti";
    public const string AttestationPopIat = "attestation_pop.iat";
    public const string AttestationPopChallenge = "attestation_pop.challenge";
    public const string AttestationPopJtiUnused = "attestation_pop.jti_unused";
}
