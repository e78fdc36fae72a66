namespace ClientAuth.MockServer;

/// <summary>Names of the server's checks, as a decision trace holds them. They are stable: lessons and tests refer to them.</summary>
public static partial class CheckNames
{
    public const string RequestBody = "request.body";
    public const string RequestMethod = "request.method";
    public const string RequestQuery = "request.query";
    public const string RequestContentType = "request.content_type";
    public const string RequestParameters = "request.parameters";
    public const string RequestSingleMechanism = "request.single_mechanism";

    public const string ClientIdentified = "client.identified";
    public const string ClientIdAgrees = "client.id_agrees";
    public const string ClientKnown = "client.known";
    public const string ClientMethod = "client.method";

    public const string SecretFormat = "secret.format";
    public const string SecretValue = "secret.value";
    public const string SecretNotExpired = "secret.not_expired";

    public const string AssertionType = "assertion.type";
    public const string AssertionFormat = "assertion.format";
    public const string AssertionAlg = "assertion.alg";
    public const string AssertionTyp = "assertion.typ";
    public const string AssertionCrit = "assertion.crit";
    public const string AssertionKey = "assertion.key";
    public const string AssertionSignature = "assertion.signature";
    public const string AssertionIss = "assertion.iss";
    public const string AssertionSub = "assertion.sub";
    public const string AssertionAud = "assertion.aud";
    public const string AssertionExp = "assertion.exp";
    public const string AssertionLifetime = "assertion.lifetime";
    public const string AssertionNbf = "assertion.nbf";
    public const string AssertionIat = "assertion.iat";
    public const string AssertionJti = "assertion.jti";
    public const string AssertionJtiUnused = "assertion.jti_unused";

    public const string GrantType = "grant.type";
    public const string GrantAllowed = "grant.allowed";
    public const string ScopeAllowed = "scope.allowed";
    public const string CertificateBinding = "certificate.binding";

    /// <summary>Not the client's fault: the server met something that it does not know.</summary>
    public const string ServerFailure = "server.failure";
}
