using static ClientAuth.Protocol.OAuthErrors;

namespace ClientAuth.MockServer.Checks;

/// <summary>Rules for an exchange and the Client Attestation Token in it; RFC 8693 §2.2.2 has one error for all that is wrong with the token.</summary>
public static partial class Rules
{
    public static Rule ExchangeActor { get; } = new("exchange.actor", InvalidRequest, "RFC 8693 §2.1, §2.2.2");
    public static Rule ExchangeTarget { get; } = new("exchange.target", InvalidTarget, "RFC 8693 §2.2.2");
    public static Rule ExchangeRequestedType { get; } =
        new("exchange.requested_type", InvalidRequest, "RFC 8693 §2.1, §2.2.2");

    public static Rule SubjectTokenType { get; } = new("subject_token.token_type", InvalidRequest, "RFC 8693 §2.1, §3");
    public static Rule SubjectTokenFormat { get; } =
        new("subject_token.format", InvalidRequest, "RFC 8693 §2.1, RFC 7515 §3.1");
    public static Rule SubjectTokenTyp { get; } =
        new("subject_token.typ", InvalidRequest, "RFC 8693 §2.2.2, RFC 8725 §3.11");
    public static Rule SubjectTokenSignature { get; } =
        new("subject_token.signature", InvalidRequest, "RFC 8693 §2.2.2, RFC 8725 §3.3");
    public static Rule SubjectTokenIss { get; } =
        new("subject_token.iss", InvalidRequest, "RFC 8693 §2.2.2, RFC 8725 §3.8");
    public static Rule SubjectTokenAud { get; } =
        new("subject_token.aud", InvalidRequest, "RFC 8693 §2.2.2, RFC 8725 §3.9");
    public static Rule SubjectTokenSub { get; } =
        new("subject_token.sub", InvalidRequest, "RFC 8693 §2.2.2, RFC 8725 §3.8");
    public static Rule SubjectTokenExp { get; } =
        new("subject_token.exp", InvalidRequest, "RFC 8693 §2.2.2, RFC 7519 §4.1.4");
    public static Rule SubjectTokenDpopKey { get; } =
        new("subject_token.dpop_key", InvalidRequest, "RFC 8693 §2.2.2, RFC 7800 §3.1, RFC 9449 §6.1");
}
