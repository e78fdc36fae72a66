using static ClientAuth.Protocol.OAuthErrors;
using static ClientAuth.Protocol.RegistrationErrors;

namespace ClientAuth.MockServer.Checks;

// Rules for clients that register themselves, and from RegisteredMethod on for those of the operator, too.
public static partial class Rules
{
    public static Rule RegistrationVerb { get; } =
        new(RequestMethodName, InvalidRequest, "RFC 7591 §3.1, RFC 7592 §2") { Status = 405 };
    public static Rule RegistrationContentType { get; } =
        new(RequestContentTypeName, InvalidClientMetadata, "RFC 7591 §3.1");
    public static Rule RegistrationJson { get; } =
        new("registration.json", InvalidClientMetadata, "RFC 7591 §3.1, RFC 8259 §4");
    public static Rule RegistrationAccessToken { get; } =
        new("registration.access_token", InvalidToken, "RFC 7592 §2 and §3");
    public static Rule SameClient { get; } = new("registration.same_client", InvalidClientMetadata, "RFC 7592 §2.2");
    public static Rule ServerMembers { get; } =
        new("registration.server_members", InvalidClientMetadata, "RFC 7592 §2.2");
    public static Rule SecretKept { get; } = new("registration.secret_kept", InvalidClientMetadata, "RFC 7592 §2.2");

    public static Rule StatementFormat { get; } =
        new("statement.format", InvalidSoftwareStatement, "RFC 7591 §2.3, RFC 7515 §4.1.11");
    public static Rule StatementIssuer { get; } = new("statement.iss", InvalidSoftwareStatement, "RFC 7591 §2.3");
    public static Rule StatementSignature { get; } =
        new("statement.signature", InvalidSoftwareStatement, "RFC 7591 §2.3, RFC 8725 §3.1");
    public static Rule StatementLifetime { get; } =
        new("statement.lifetime", InvalidSoftwareStatement, "RFC 7519 §4.1.4 and §4.1.5");
    public static Rule StatementApproved { get; } =
        new("statement.approved", UnapprovedSoftwareStatement, "RFC 7591 §3.2.2");

    public static Rule TemplateKnown { get; } = new("template.known", InvalidClientMetadata, "RFC 7591 §2 and §5");
    public static Rule TemplateMainClient { get; } =
        new("template.main_client", InvalidClientMetadata, "RFC 7591 §3, RFC 6749 §4.4");
    public static Rule TemplateOpened { get; } =
        new("template.opened", InsufficientScope, "RFC 7591 §3, RFC 6750 §3.1");
    public static Rule TemplateMembers { get; } =
        new("template.members", InvalidClientMetadata, "RFC 7591 §3.2.2 and §5");

    public static Rule RegistrationRoom { get; } =
        new(NotThrottledName, TemporarilyUnavailable, "RFC 6585 §4") { Status = 429 };

    public static Rule RegisteredPrivateKey { get; } =
        new("registration.private_key", InvalidClientMetadata, "RFC 7591 §2, RFC 7517 §9.2") { Concerns = "jwks" };
    public static Rule RegisteredMetadata { get; } = new("registration.metadata", InvalidClientMetadata, "RFC 7591 §2");
    public static Rule RegisteredSizes { get; } = RegisteredMetadata with { Specification = "RFC 7591 §2 and §5" };
    public static Rule RegisteredScope { get; } =
        new("registration.scope", InvalidClientMetadata, "RFC 7591 §2 and §5") { Concerns = "scope" };

    public static Rule RegisteredMethod { get; } =
        new("registration.method", InvalidClientMetadata, "RFC 7591 §2") { Concerns = "token_endpoint_auth_method" };
    public static Rule RegisteredAlg { get; } =
        new("registration.signing_alg", InvalidClientMetadata, "OpenID Connect Registration §2")
        {
            Concerns = "token_endpoint_auth_signing_alg",
        };
    public static Rule RegisteredGrants { get; } =
        new("registration.grant_types", InvalidClientMetadata, "RFC 7591 §2") { Concerns = "grant_types" };
    public static Rule RegisteredRedirects { get; } =
        new("registration.redirect_uris", InvalidRedirectUri, "RFC 7591 §2 and §5, RFC 6749 §3.1.2, RFC 8252 §7");
    public static Rule RegisteredKeySource { get; } =
        new("registration.key_source", InvalidClientMetadata, "RFC 7591 §2") { Concerns = "jwks and jwks_uri" };
    public static Rule RegisteredJwksUri { get; } =
        new("registration.jwks_uri", InvalidClientMetadata, "RFC 7591 §5") { Concerns = "jwks_uri" };
    public static Rule RegisteredKeys { get; } =
        new("registration.keys", InvalidClientMetadata, "RFC 7591 §2, RFC 8705 §2.2.2") { Concerns = "jwks" };
    public static Rule RegisteredKeyCount { get; } =
        new("registration.key_count", InvalidClientMetadata, "RFC 7591 §5") { Concerns = "jwks" };
    public static Rule RegisteredKeyUse { get; } =
        new("registration.key_use", InvalidClientMetadata, "RFC 7517 §4.2 to §4.4, RFC 7518 §3.1")
        {
            Concerns = "jwks",
        };
    public static Rule RegisteredKeyStrength { get; } =
        new("registration.key_strength", InvalidClientMetadata, "RFC 7518 §3.3 and §6, CVE-2017-15361")
        {
            Concerns = "jwks",
        };
    public static Rule RegisteredX5c { get; } =
        new("registration.certificate", InvalidClientMetadata, "RFC 7517 §4.7") { Concerns = "jwks" };
    public static Rule RegisteredSubject { get; } =
        new("registration.subject", InvalidClientMetadata, "RFC 8705 §2.1.2");
}
