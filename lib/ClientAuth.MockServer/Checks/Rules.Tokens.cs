using static ClientAuth.Protocol.OAuthErrors;

namespace ClientAuth.MockServer.Checks;

/// <summary>Rules for access tokens that are presented, in the order in which they are checked.</summary>
public static partial class Rules
{
    public static Rule TokenPresentedOnce { get; } =
        new("token.presented_once", InvalidRequest, "RFC 6750 §2, RFC 9700 §4.3.2");
    public static Rule TokenPresented { get; } = new("token.presented", InvalidToken, "RFC 6750 §2.1, §3");
    public static Rule TokenFormat { get; } = new("token.format", InvalidToken, "RFC 9068 §4, RFC 7515 §3.1");
    public static Rule TokenType { get; } = new("token.typ", InvalidToken, "RFC 9068 §4");
    public static Rule TokenSignature { get; } = new("token.signature", InvalidToken, "RFC 9068 §4");
    public static Rule TokenIssuer { get; } = new("token.iss", InvalidToken, "RFC 9068 §4");
    public static Rule TokenAudience { get; } = new("token.aud", InvalidToken, "RFC 9068 §4");
    public static Rule TokenLifetime { get; } = new("token.lifetime", InvalidToken, "RFC 9068 §4");
    public static Rule TokenConfirmation { get; } = new("token.cnf", InvalidToken, "RFC 7800 §3.1");
    public static Rule TokenClient { get; } = new("token.client", InvalidToken, "RFC 7592 §2.3");
    public static Rule TokenLive { get; } = new("token.live", InvalidToken, "RFC 7009 §2, RFC 6750 §3.1");
    public static Rule TokenScheme { get; } = new("token.scheme", InvalidToken, "RFC 9449 §7.1, §7.2");
    public static Rule TokenCertificate { get; } = new("token.certificate", InvalidToken, "RFC 8705 §3");
    public static Rule TokenScope { get; } = new("token.scope", InsufficientScope, "RFC 6750 §3.1");

    public static Rule ClientConfidential { get; } = new("client.confidential", InvalidClient, "RFC 7662 §2.1");
    public static Rule TokenParameter { get; } = new("token.parameter", InvalidRequest, "RFC 7662 §2.1, RFC 7009 §2.1");
    public static Rule TokenVisible { get; } = new("token.visible", InvalidToken, "RFC 7662 §2.2, §4");
    public static Rule TokenOwner { get; } = new("token.owner", InvalidGrant, "RFC 7009 §2.1, RFC 6749 §5.2");
}
