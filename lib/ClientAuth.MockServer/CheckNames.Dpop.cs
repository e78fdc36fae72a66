namespace ClientAuth.MockServer;

public static partial class CheckNames
{
    public const string DpopPresented = "dpop.presented";
    public const string DpopSingle = "dpop.single";
    public const string DpopFormat = "dpop.format";
    public const string DpopTyp = "dpop.typ";
    public const string DpopAlg = "dpop.alg";
    public const string DpopCrit = "dpop.crit";
    public const string DpopJwk = "dpop.jwk";
    public const string DpopSignature = "dpop.signature";
    public const string DpopJti = "dpop.jti";
    public const string DpopHtm = "dpop.htm";
    public const string DpopHtu = "dpop.htu";
    public const string DpopIat = "dpop.iat";
    public const string DpopNonce = "dpop.nonce";
    public const string DpopAth = "dpop.ath";
    public const string DpopBinding = "dpop.binding";
    public const string DpopJtiUnused = "dpop.jti_unused";
}
