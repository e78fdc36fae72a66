namespace ClientAuth.MockServer;

public static partial class CheckNames
{
    public const string RegistrationJson = "registration.json";
    public const string RegistrationSameClient = "registration.same_client";
    public const string RegistrationServerMembers = "registration.server_members";
    public const string RegistrationSecretKept = "registration.secret_kept";
    public const string RegistrationAccessToken = "registration.access_token";

    public const string StatementFormat = "statement.format";
    public const string StatementIssuer = "statement.iss";
    public const string StatementSignature = "statement.signature";
    public const string StatementLifetime = "statement.lifetime";
    public const string StatementApproved = "statement.approved";

    public const string TemplateKnown = "template.known";
    public const string TemplateMainClient = "template.main_client";
    public const string TemplateOpened = "template.opened";
    public const string TemplateMembers = "template.members";

    public const string RegistrationPrivateKey = "registration.private_key";
    public const string RegistrationMetadata = "registration.metadata";
    public const string RegistrationScope = "registration.scope";

    public const string RegistrationMethod = "registration.method";
    public const string RegistrationSigningAlg = "registration.signing_alg";
    public const string RegistrationGrantTypes = "registration.grant_types";
    public const string RegistrationRedirectUris = "registration.redirect_uris";
    public const string RegistrationKeySource = "registration.key_source";
    public const string RegistrationJwksUri = "registration.jwks_uri";
    public const string RegistrationKeys = "registration.keys";
    public const string RegistrationKeyStrength = "registration.key_strength";
    public const string RegistrationCertificate = "registration.certificate";
    public const string RegistrationSubject = "registration.subject";
}
