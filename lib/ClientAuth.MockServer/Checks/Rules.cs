using static ClientAuth.Protocol.OAuthErrors;

namespace ClientAuth.MockServer.Checks;

/// <summary>Every rule of the server; those of this file apply wherever a client authenticates, in the order in which they are checked.</summary>
internal static partial class Rules
{
    private const string AudienceUpdate = "RFC 10070";

    public static Rule Body { get; } =
        new(CheckNames.RequestBody, InvalidRequest, "RFC 9110 §15.5.14, RFC 9112 §6") { Status = 413 };
    public static Rule Method { get; } =
        new(CheckNames.RequestMethod, InvalidRequest, "RFC 6749 §3.2") { Status = 405 };
    public static Rule Query { get; } = new(CheckNames.RequestQuery, InvalidRequest, "RFC 6749 §2.3.1");
    public static Rule ContentType { get; } = new(CheckNames.RequestContentType, InvalidRequest, "RFC 6749 §4.4.2");
    public static Rule Parameters { get; } = new(CheckNames.RequestParameters, InvalidRequest, "RFC 6749 §3.2");
    public static Rule SingleMechanism { get; } =
        new(CheckNames.RequestSingleMechanism, InvalidRequest, "RFC 6749 §2.3");

    public static Rule SecretFormat { get; } =
        new(CheckNames.SecretFormat, InvalidRequest, "RFC 6749 §2.3.1, Appendices A and B");
    public static Rule AssertionType { get; } = new(CheckNames.AssertionType, InvalidRequest, "RFC 7521 §4.2");
    public static Rule AssertionFormat { get; } = new(CheckNames.AssertionFormat, InvalidClient, "RFC 7515 §3.1");

    public static Rule ClientIdentified { get; } = new(CheckNames.ClientIdentified, InvalidClient, "RFC 6749 §3.2.1");
    public static Rule ClientIdAgrees { get; } = new(CheckNames.ClientIdAgrees, InvalidClient, "RFC 7521 §4.2");
    public static Rule ClientKnown { get; } = new(CheckNames.ClientKnown, InvalidClient, "RFC 6749 §5.2");
    public static Rule ClientMethod { get; } = new(CheckNames.ClientMethod, InvalidClient, "RFC 7591 §2");

    public static Rule SecretValue { get; } = new(CheckNames.SecretValue, InvalidClient, "RFC 6749 §2.3.1");
    public static Rule SecretNotExpired { get; } = new(CheckNames.SecretNotExpired, InvalidClient, "RFC 7591 §3.2.1");

    public static Rule Alg { get; } = new(CheckNames.AssertionAlg, InvalidClient, "RFC 8725 §3.1");
    public static Rule Typ { get; } =
        new(CheckNames.AssertionTyp, InvalidClient, $"RFC 8725 §3.11, {AudienceUpdate} §4");
    public static Rule TypRequired { get; } = new(CheckNames.AssertionTyp, InvalidClient, "RFC 8725 §3.11");
    public static Rule Crit { get; } = new(CheckNames.AssertionCrit, InvalidClient, "RFC 7515 §4.1.11");
    public static Rule Key { get; } = new(CheckNames.AssertionKey, InvalidClient, "RFC 7517 §4, RFC 8725 §3.10");
    public static Rule Signature { get; } = new(CheckNames.AssertionSignature, InvalidClient, "RFC 7523 §3 (9)");
    public static Rule Iss { get; } = new(CheckNames.AssertionIss, InvalidClient, "RFC 7523 §3 (1)");
    public static Rule Sub { get; } = new(CheckNames.AssertionSub, InvalidClient, "RFC 7523 §3 (2)");
    public static Rule Aud { get; } =
        new(CheckNames.AssertionAud, InvalidClient, $"RFC 7523 §3 (3), {AudienceUpdate} §4, item b");
    public static Rule Exp { get; } = new(CheckNames.AssertionExp, InvalidClient, "RFC 7523 §3 (4)");
    public static Rule Lifetime { get; } = new(CheckNames.AssertionLifetime, InvalidClient, "RFC 7523 §3 (4)");
    public static Rule Nbf { get; } = new(CheckNames.AssertionNbf, InvalidClient, "RFC 7523 §3 (5)");
    public static Rule Iat { get; } = new(CheckNames.AssertionIat, InvalidClient, "RFC 7523 §3 (6)");
    public static Rule Jti { get; } = new(CheckNames.AssertionJti, InvalidClient, "OpenID Connect Core §9");

    public static Rule GrantTypePresent { get; } = new(CheckNames.GrantType, InvalidRequest, "RFC 6749 §4.4.2");
    public static Rule GrantTypeSupported { get; } = new(CheckNames.GrantType, UnsupportedGrantType, "RFC 6749 §5.2");
    public static Rule GrantAllowed { get; } = new(CheckNames.GrantAllowed, UnauthorizedClient, "RFC 6749 §4.4, §5.2");
    public static Rule ScopeAllowed { get; } = new(CheckNames.ScopeAllowed, InvalidScope, "RFC 6749 §3.3");

    public static Rule CertificateBinding { get; } =
        new(CheckNames.CertificateBinding, InvalidRequest, "RFC 8705 §3.4");

    public static Rule ServerFailure { get; } = new(CheckNames.ServerFailure, ServerError, "RFC 9110 §15.6.1");

    public static Rule JtiUnused { get; } =
        new(CheckNames.AssertionJtiUnused, InvalidClient, "RFC 7523 §3 (7), OpenID Connect Core §9");
}
