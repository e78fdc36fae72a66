using static ClientAuth.Protocol.OAuthErrors;
using static ClientAuth.Protocol.RegistrationErrors;

namespace ClientAuth.MockServer.Checks;

// Rules for clients that register themselves, and from RegisteredMethod on for those of the operator, too.
internal static partial class Rules
{
    public static Rule RegistrationVerb { get; } =
        new(CheckNames.RequestMethod, InvalidRequest, "RFC 7591 §3.1, RFC 7592 §2") { Status = 405 };
    public static Rule RegistrationContentType { get; } =
        new(CheckNames.RequestContentType, InvalidClientMetadata, "RFC 7591 §3.1");
    public static Rule RegistrationJson { get; } =
        new(CheckNames.RegistrationJson, InvalidClientMetadata, "RFC 7591 §3.1, RFC 8259 §4");
    public static Rule RegistrationAccessToken { get; } =
        new(CheckNames.RegistrationAccessToken, InvalidToken, "RFC 7592 §2 and §3");
    public static Rule SameClient { get; } =
        new(CheckNames.RegistrationSameClient, InvalidClientMetadata, "RFC 7592 §2.2");
    public static Rule ServerMembers { get; } =
        new(CheckNames.RegistrationServerMembers, InvalidClientMetadata, "RFC 7592 §2.2");
    public static Rule SecretKept { get; } =
        new(CheckNames.RegistrationSecretKept, InvalidClientMetadata, "RFC 7592 §2.2");

    public static Rule StatementFormat { get; } =
        new(CheckNames.StatementFormat, InvalidSoftwareStatement, "RFC 7591 §2.3, RFC 7515 §4.1.11");
    public static Rule StatementIssuer { get; } =
        new(CheckNames.StatementIssuer, InvalidSoftwareStatement, "RFC 7591 §2.3");
    public static Rule StatementSignature { get; } =
        new(CheckNames.StatementSignature, InvalidSoftwareStatement, "RFC 7591 §2.3, RFC 8725 §3.1");
    public static Rule StatementLifetime { get; } =
        new(CheckNames.StatementLifetime, InvalidSoftwareStatement, "RFC 7519 §4.1.4 and §4.1.5");
    public static Rule StatementApproved { get; } =
        new(CheckNames.StatementApproved, UnapprovedSoftwareStatement, "RFC 7591 §3.2.2");

    public static Rule TemplateKnown { get; } =
        new(CheckNames.TemplateKnown, InvalidClientMetadata, "RFC 7591 §2 and §5");
    public static Rule TemplateMainClient { get; } =
        new(CheckNames.TemplateMainClient, InvalidClientMetadata, "RFC 7591 §3, RFC 6749 §4.4");
    public static Rule TemplateOpened { get; } =
        new(CheckNames.TemplateOpened, InsufficientScope, "RFC 7591 §3, RFC 6750 §3.1");
    public static Rule TemplateMembers { get; } =
        new(CheckNames.TemplateMembers, InvalidClientMetadata, "RFC 7591 §3.2.2 and §5");

    public static Rule RegisteredPrivateKey { get; } =
        new(CheckNames.RegistrationPrivateKey, InvalidClientMetadata, "RFC 7591 §2, RFC 7517 §9.2");
    public static Rule RegisteredMetadata { get; } =
        new(CheckNames.RegistrationMetadata, InvalidClientMetadata, "RFC 7591 §2");
    public static Rule RegisteredScope { get; } =
        new(CheckNames.RegistrationScope, InvalidClientMetadata, "RFC 7591 §2 and §5");

    public static Rule RegisteredMethod { get; } =
        new(CheckNames.RegistrationMethod, InvalidClientMetadata, "RFC 7591 §2");
    public static Rule RegisteredAlg { get; } =
        new(CheckNames.RegistrationSigningAlg, InvalidClientMetadata, "OpenID Connect Registration §2");
    public static Rule RegisteredGrants { get; } =
        new(CheckNames.RegistrationGrantTypes, InvalidClientMetadata, "RFC 7591 §2");
    public static Rule RegisteredRedirects { get; } =
        new(
            CheckNames.RegistrationRedirectUris,
            InvalidRedirectUri,
            "RFC 7591 §2 and §5, RFC 6749 §3.1.2, RFC 8252 §7"
        );
    public static Rule RegisteredKeySource { get; } =
        new(CheckNames.RegistrationKeySource, InvalidClientMetadata, "RFC 7591 §2");
    public static Rule RegisteredJwksUri { get; } =
        new(CheckNames.RegistrationJwksUri, InvalidClientMetadata, "RFC 7591 §5");
    public static Rule RegisteredKeys { get; } =
        new(CheckNames.RegistrationKeys, InvalidClientMetadata, "RFC 7591 §2, RFC 8705 §2.2.2");
    public static Rule RegisteredKeyStrength { get; } =
        new(CheckNames.RegistrationKeyStrength, InvalidClientMetadata, "RFC 7518 §3.3 and §6, CVE-2017-15361");
    public static Rule RegisteredX5c { get; } =
        new(CheckNames.RegistrationCertificate, InvalidClientMetadata, "RFC 7517 §4.7");
    public static Rule RegisteredSubject { get; } =
        new(CheckNames.RegistrationSubject, InvalidClientMetadata, "RFC 8705 §2.1.2");
}
