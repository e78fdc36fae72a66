using static ClientAuth.Protocol.RegistrationErrors;

namespace ClientAuth.MockServer.Checks;

// What a registration must hold, whoever makes it, in the order in which it is checked.
internal static partial class Rules
{
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
