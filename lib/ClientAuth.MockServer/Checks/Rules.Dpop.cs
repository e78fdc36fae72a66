using static ClientAuth.Protocol.OAuthErrors;

namespace ClientAuth.MockServer.Checks;

/// <summary>Rules for DPoP proofs, in the order in which they are checked.</summary>
internal static partial class Rules
{
    public static Rule DpopPresented { get; } = new(CheckNames.DpopPresented, InvalidRequest, "RFC 9449 §5.2");
    public static Rule DpopSingle { get; } = new(CheckNames.DpopSingle, InvalidDpopProof, "RFC 9449 §4.3 (1)");
    public static Rule DpopFormat { get; } = new(CheckNames.DpopFormat, InvalidDpopProof, "RFC 9449 §4.3 (2)");
    public static Rule DpopTyp { get; } = new(CheckNames.DpopTyp, InvalidDpopProof, "RFC 9449 §4.3 (4)");
    public static Rule DpopAlg { get; } = new(CheckNames.DpopAlg, InvalidDpopProof, "RFC 9449 §4.3 (5), §11.6");
    public static Rule DpopCrit { get; } = new(CheckNames.DpopCrit, InvalidDpopProof, "RFC 7515 §4.1.11");
    public static Rule DpopJwk { get; } = new(CheckNames.DpopJwk, InvalidDpopProof, "RFC 9449 §4.2, §4.3 (7)");
    public static Rule DpopSignature { get; } = new(CheckNames.DpopSignature, InvalidDpopProof, "RFC 9449 §4.3 (6)");
    public static Rule DpopJti { get; } = new(CheckNames.DpopJti, InvalidDpopProof, "RFC 9449 §4.2");
    public static Rule DpopHtm { get; } = new(CheckNames.DpopHtm, InvalidDpopProof, "RFC 9449 §4.3 (8)");
    public static Rule DpopHtu { get; } = new(CheckNames.DpopHtu, InvalidDpopProof, "RFC 9449 §4.3 (9)");
    public static Rule DpopIat { get; } = new(CheckNames.DpopIat, InvalidDpopProof, "RFC 9449 §4.3 (11), §11.1");
    public static Rule DpopNonce { get; } = new(CheckNames.DpopNonce, UseDpopNonce, "RFC 9449 §4.3 (10), §8, §9");
    public static Rule DpopAth { get; } = new(CheckNames.DpopAth, InvalidDpopProof, "RFC 9449 §4.3 (12), §7");
    public static Rule DpopBinding { get; } = new(CheckNames.DpopBinding, InvalidToken, "RFC 9449 §4.3 (12), §7.1");
    public static Rule DpopJtiUnused { get; } = new(CheckNames.DpopJtiUnused, InvalidDpopProof, "RFC 9449 §11.1");
}
