namespace ClientAuth.MockServer;

public static partial class CheckNames
{
    public const string TokenPresentedOnce = "token.presented_once";
    public const string TokenPresented = "token.presented";
    public const string TokenFormat = "token.format";
    public const string TokenType = "token.typ";
    public const string TokenSignature = "token.signature";
    public const string TokenIssuer = "token.iss";
    public const string TokenAudience = "token.aud";
    public const string TokenLifetime = "token.lifetime";
    public const string TokenConfirmation = "token.cnf";
    public const string TokenClient = "token.client";
    public const string TokenLive = "token.live";
    public const string TokenScheme = "token.scheme";
    public const string TokenCertificate = "token.certificate";
    public const string TokenScope = "token.scope";

    public const string ClientConfidential = "client.confidential";
    public const string TokenParameter = "token.parameter";
    public const string TokenVisible = "token.visible";
    public const string TokenOwner = "token.owner";
}
