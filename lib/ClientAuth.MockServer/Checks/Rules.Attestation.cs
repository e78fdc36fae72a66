using static ClientAuth.Protocol.OAuthErrors;

namespace ClientAuth.MockServer.Checks;

/// <summary>Rules for client attestations and what proves their key, in the order in which they are checked.</summary>
internal static partial class Rules
{
    // Sections as in draft -11 of 3 September 2026, to which links without a number lead; -10 numbers some of them otherwise.
    private const string Attest = "draft-ietf-oauth-attestation-based-client-auth";

    public static Rule AttestationPresented { get; } =
        new(CheckNames.AttestationPresented, InvalidClient, $"{Attest} §7.1 (1)");
    public static Rule PopPresented { get; } =
        new(CheckNames.AttestationPopPresented, InvalidClient, $"{Attest} §7.2 (1), §7.3 (2)");
    public static Rule AttestationFormat { get; } = new(CheckNames.AttestationFormat, InvalidClient, $"{Attest} §4");
    public static Rule PopFormat { get; } = new(CheckNames.AttestationPopFormat, InvalidClient, $"{Attest} §5.1");

    public static Rule AttestationTyp { get; } = new(CheckNames.AttestationTyp, InvalidClient, $"{Attest} §4");
    public static Rule AttestationAlg { get; } = new(CheckNames.AttestationAlg, InvalidClient, $"{Attest} §7.1 (3)");
    public static Rule AttestationCrit { get; } = new(CheckNames.AttestationCrit, InvalidClient, "RFC 7515 §4.1.11");
    public static Rule AttestationAttester { get; } =
        new(CheckNames.AttestationAttester, InvalidClient, $"{Attest} §7.1 (4)");
    public static Rule AttestationSignature { get; } =
        new(CheckNames.AttestationSignature, InvalidClient, $"{Attest} §7.1 (4)");
    public static Rule AttestationSub { get; } = new(CheckNames.AttestationSub, InvalidClient, $"{Attest} §7.1 (7)");
    public static Rule AttestationExp { get; } = new(CheckNames.AttestationExp, InvalidClient, $"{Attest} §4");
    public static Rule AttestationNbf { get; } = new(CheckNames.AttestationNbf, InvalidClient, "RFC 7519 §4.1.5");
    public static Rule AttestationIat { get; } = new(CheckNames.AttestationIat, InvalidClient, $"{Attest} §4");

    // The draft leaves iat optional, and how fresh is fresh enough to the server.
    public static Rule AttestationIatRequired { get; } =
        new(CheckNames.AttestationIat, InvalidClient, $"{Attest} §7.1 (6)");
    public static Rule AttestationCnf { get; } =
        new(CheckNames.AttestationCnf, InvalidClient, $"{Attest} §4, §7.1 (5)");
    public static Rule AttestationFresh { get; } =
        new(CheckNames.AttestationFresh, UseFreshAttestation, $"{Attest} §7.1 (6), §7.4");

    public static Rule PopTyp { get; } = new(CheckNames.AttestationPopTyp, InvalidClient, $"{Attest} §5.1");
    public static Rule PopAlg { get; } = new(CheckNames.AttestationPopAlg, InvalidClient, $"{Attest} §7.2 (3)");
    public static Rule PopCrit { get; } = new(CheckNames.AttestationPopCrit, InvalidClient, "RFC 7515 §4.1.11");
    public static Rule PopSignature { get; } =
        new(CheckNames.AttestationPopSignature, InvalidClient, $"{Attest} §7.2 (4)");
    public static Rule PopAud { get; } = new(CheckNames.AttestationPopAud, InvalidClient, $"{Attest} §7.2 (7)");
    public static Rule PopJti { get; } = new(CheckNames.AttestationPopJti, InvalidClient, $"{Attest} §5.1");
    public static Rule PopIat { get; } = new(CheckNames.AttestationPopIat, InvalidClient, $"{Attest} §7.2 (6)");
    public static Rule PopChallenge { get; } =
        new(CheckNames.AttestationPopChallenge, UseAttestationChallenge, $"{Attest} §6.1, §7.2 (5)");
    public static Rule PopJtiUnused { get; } =
        new(CheckNames.AttestationPopJtiUnused, InvalidClient, $"{Attest} §7.2 (8), §12.1");

    public static Rule AttestationDpopKey { get; } =
        new(CheckNames.AttestationDpopKey, InvalidClient, $"{Attest} §5.2, §7.3 (4)");
}
