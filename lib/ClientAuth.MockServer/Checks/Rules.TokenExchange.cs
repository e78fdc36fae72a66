using static ClientAuth.Protocol.OAuthErrors;

namespace ClientAuth.MockServer.Checks;

/// <summary>Rules for an exchange and the Client Attestation Token in it; RFC 8693 §2.2.2 has one error for all that is wrong with the token.</summary>
internal static partial class Rules
{
    public static Rule ExchangeActor { get; } = new(CheckNames.ExchangeActor, InvalidRequest, "RFC 8693 §2.1, §2.2.2");
    public static Rule ExchangeTarget { get; } = new(CheckNames.ExchangeTarget, InvalidTarget, "RFC 8693 §2.2.2");
    public static Rule ExchangeRequestedType { get; } =
        new(CheckNames.ExchangeRequestedType, InvalidRequest, "RFC 8693 §2.1, §2.2.2");

    public static Rule SubjectTokenType { get; } =
        new(CheckNames.SubjectTokenType, InvalidRequest, "RFC 8693 §2.1, §3");
    public static Rule SubjectTokenFormat { get; } =
        new(CheckNames.SubjectTokenFormat, InvalidRequest, "RFC 8693 §2.1, RFC 7515 §3.1");
    public static Rule SubjectTokenTyp { get; } =
        new(CheckNames.SubjectTokenTyp, InvalidRequest, "RFC 8693 §2.2.2, RFC 8725 §3.11");
    public static Rule SubjectTokenSignature { get; } =
        new(CheckNames.SubjectTokenSignature, InvalidRequest, "RFC 8693 §2.2.2, RFC 8725 §3.3");
    public static Rule SubjectTokenIss { get; } =
        new(CheckNames.SubjectTokenIss, InvalidRequest, "RFC 8693 §2.2.2, RFC 8725 §3.8");
    public static Rule SubjectTokenAud { get; } =
        new(CheckNames.SubjectTokenAud, InvalidRequest, "RFC 8693 §2.2.2, RFC 8725 §3.9");
    public static Rule SubjectTokenSub { get; } =
        new(CheckNames.SubjectTokenSub, InvalidRequest, "RFC 8693 §2.2.2, RFC 8725 §3.8");
    public static Rule SubjectTokenExp { get; } =
        new(CheckNames.SubjectTokenExp, InvalidRequest, "RFC 8693 §2.2.2, RFC 7519 §4.1.4");
    public static Rule SubjectTokenDpopKey { get; } =
        new(CheckNames.SubjectTokenDpopKey, InvalidRequest, "RFC 8693 §2.2.2, RFC 7800 §3.1, RFC 9449 §6.1");
}
