using static ClientAuth.Protocol.OAuthErrors;

namespace ClientAuth.MockServer.Checks;

/// <summary>Rules for DPoP proofs, in the order in which they are checked.</summary>
public static partial class Rules
{
    public static Rule DpopPresented { get; } = new("dpop.presented", InvalidRequest, "RFC 9449 §5.2");
    public static Rule DpopSingle { get; } = new("dpop.single", InvalidDpopProof, "RFC 9449 §4.3 (1)");
    public static Rule DpopFormat { get; } = new("dpop.format", InvalidDpopProof, "RFC 9449 §4.3 (2)");
    public static Rule DpopTyp { get; } = new("dpop.typ", InvalidDpopProof, "RFC 9449 §4.3 (4)");
    public static Rule DpopAlg { get; } = new("dpop.alg", InvalidDpopProof, "RFC 9449 §4.3 (5), §11.6");
    public static Rule DpopCrit { get; } = new("dpop.crit", InvalidDpopProof, "RFC 7515 §4.1.11");
    public static Rule DpopJwk { get; } = new("dpop.jwk", InvalidDpopProof, "RFC 9449 §4.2, §4.3 (7)");
    public static Rule DpopSignature { get; } = new("dpop.signature", InvalidDpopProof, "RFC 9449 §4.3 (6)");
    public static Rule DpopJti { get; } = new("dpop.jti", InvalidDpopProof, "RFC 9449 §4.2");
    public static Rule DpopHtm { get; } = new("dpop.htm", InvalidDpopProof, "RFC 9449 §4.3 (8)");
    public static Rule DpopHtu { get; } = new("dpop.htu", InvalidDpopProof, "RFC 9449 §4.3 (9)");
    public static Rule DpopIat { get; } = new("dpop.iat", InvalidDpopProof, "RFC 9449 §4.3 (11), §11.1");
    public static Rule DpopNonce { get; } = new("dpop.nonce", UseDpopNonce, "RFC 9449 §4.3 (10), §8, §9");
    public static Rule DpopAth { get; } = new("dpop.ath", InvalidDpopProof, "RFC 9449 §4.3 (12), §7");
    public static Rule DpopBinding { get; } = new("dpop.binding", InvalidToken, "RFC 9449 §4.3 (12), §7.1");
    public static Rule DpopJtiUnused { get; } = new("dpop.jti_unused", InvalidDpopProof, "RFC 9449 §11.1");
}
