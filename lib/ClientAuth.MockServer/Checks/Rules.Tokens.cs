using static ClientAuth.Protocol.OAuthErrors;

namespace ClientAuth.MockServer.Checks;

/// <summary>Rules for access tokens that are presented, in the order in which they are checked.</summary>
internal static partial class Rules
{
    public static Rule TokenPresentedOnce { get; } =
        new(CheckNames.TokenPresentedOnce, InvalidRequest, "RFC 6750 §2, RFC 9700 §4.3.2");
    public static Rule TokenPresented { get; } = new(CheckNames.TokenPresented, InvalidToken, "RFC 6750 §2.1, §3");
    public static Rule TokenFormat { get; } = new(CheckNames.TokenFormat, InvalidToken, "RFC 9068 §4, RFC 7515 §3.1");
    public static Rule TokenType { get; } = new(CheckNames.TokenType, InvalidToken, "RFC 9068 §4");
    public static Rule TokenSignature { get; } = new(CheckNames.TokenSignature, InvalidToken, "RFC 9068 §4");
    public static Rule TokenIssuer { get; } = new(CheckNames.TokenIssuer, InvalidToken, "RFC 9068 §4");
    public static Rule TokenAudience { get; } = new(CheckNames.TokenAudience, InvalidToken, "RFC 9068 §4");
    public static Rule TokenLifetime { get; } = new(CheckNames.TokenLifetime, InvalidToken, "RFC 9068 §4");
    public static Rule TokenConfirmation { get; } = new(CheckNames.TokenConfirmation, InvalidToken, "RFC 7800 §3.1");
    public static Rule TokenClient { get; } = new(CheckNames.TokenClient, InvalidToken, "RFC 7592 §2.3");
    public static Rule TokenLive { get; } = new(CheckNames.TokenLive, InvalidToken, "RFC 7009 §2, RFC 6750 §3.1");
    public static Rule TokenScheme { get; } = new(CheckNames.TokenScheme, InvalidToken, "RFC 9449 §7.1, §7.2");
    public static Rule TokenCertificate { get; } = new(CheckNames.TokenCertificate, InvalidToken, "RFC 8705 §3");
    public static Rule TokenScope { get; } = new(CheckNames.TokenScope, InsufficientScope, "RFC 6750 §3.1");

    public static Rule ClientConfidential { get; } = new(CheckNames.ClientConfidential, InvalidClient, "RFC 7662 §2.1");
    public static Rule TokenParameter { get; } =
        new(CheckNames.TokenParameter, InvalidRequest, "RFC 7662 §2.1, RFC 7009 §2.1");
    public static Rule TokenVisible { get; } = new(CheckNames.TokenVisible, InvalidToken, "RFC 7662 §2.2, §4");
    public static Rule TokenOwner { get; } = new(CheckNames.TokenOwner, InvalidGrant, "RFC 7009 §2.1, RFC 6749 §5.2");
}
