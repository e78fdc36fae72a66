namespace ClientAuth.MockServer;

public static partial class CheckNames
{
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
