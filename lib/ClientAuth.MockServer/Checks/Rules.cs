using System.Reflection;
using static ClientAuth.Protocol.OAuthErrors;

namespace ClientAuth.MockServer.Checks;

/// <summary>
/// Every rule of the server, a file for each area, in the order in which they are checked; those of this file apply wherever a client
/// authenticates. Their names are stable: lessons and tests refer to them.
/// </summary>
public static partial class Rules
{
    private const string AudienceUpdate = "RFC 10070";

    // Names that several rules share, since each endpoint has its own section and error for the same check.
    private const string RequestMethodName = "request.method";
    private const string RequestContentTypeName = "request.content_type";
    private const string GrantTypeName = "grant.type";
    private const string NotThrottledName = "client.not_throttled";

    /// <summary>All of them, in no particular order; some share a name.</summary>
    public static IEnumerable<Rule> All =>
        typeof(Rules)
            .GetProperties(BindingFlags.Public | BindingFlags.Static)
            .Where(property => property.PropertyType == typeof(Rule))
            .Select(property => (Rule)property.GetValue(null)!);

    public static Rule Body { get; } =
        new("request.body", InvalidRequest, "RFC 9110 §15.5.14, RFC 9112 §6") { Status = 413 };
    public static Rule ContentCoding { get; } =
        new(RequestContentTypeName, InvalidRequest, "RFC 9110 §8.4, §15.5.16") { Status = 415 };
    public static Rule Method { get; } = new(RequestMethodName, InvalidRequest, "RFC 6749 §3.2") { Status = 405 };
    public static Rule Query { get; } = new("request.query", InvalidRequest, "RFC 6749 §2.3.1");
    public static Rule ContentType { get; } = new(RequestContentTypeName, InvalidRequest, "RFC 6749 §4.4.2");
    public static Rule Parameters { get; } = new("request.parameters", InvalidRequest, "RFC 6749 §3.2");
    public static Rule SingleMechanism { get; } = new("request.single_mechanism", InvalidRequest, "RFC 6749 §2.3");

    public static Rule SecretFormat { get; } =
        new("secret.format", InvalidRequest, "RFC 6749 §2.3.1, Appendices A and B");
    public static Rule AssertionType { get; } = new("assertion.type", InvalidRequest, "RFC 7521 §4.2");
    public static Rule AssertionFormat { get; } = new("assertion.format", InvalidClient, "RFC 7515 §3.1");

    public static Rule ClientIdentified { get; } = new("client.identified", InvalidClient, "RFC 6749 §3.2.1");
    public static Rule ClientIdAgrees { get; } = new("client.id_agrees", InvalidClient, "RFC 7521 §4.2");
    public static Rule ClientKnown { get; } = new("client.known", InvalidClient, "RFC 6749 §5.2");
    public static Rule ClientMethod { get; } = new("client.method", InvalidClient, "RFC 7591 §2");

    public static Rule SecretValue { get; } = new("secret.value", InvalidClient, "RFC 6749 §2.3.1");
    public static Rule SecretNotExpired { get; } = new("secret.not_expired", InvalidClient, "RFC 7591 §3.2.1");

    public static Rule Alg { get; } = new("assertion.alg", InvalidClient, "RFC 8725 §3.1");
    public static Rule Typ { get; } = new("assertion.typ", InvalidClient, $"RFC 8725 §3.11, {AudienceUpdate} §4");
    public static Rule TypRequired { get; } = Typ with { Specification = "RFC 8725 §3.11" };
    public static Rule Crit { get; } = new("assertion.crit", InvalidClient, "RFC 7515 §4.1.11");
    public static Rule Key { get; } = new("assertion.key", InvalidClient, "RFC 7517 §4, RFC 8725 §3.10");
    public static Rule Signature { get; } = new("assertion.signature", InvalidClient, "RFC 7523 §3 (9)");
    public static Rule Iss { get; } = new("assertion.iss", InvalidClient, "RFC 7523 §3 (1)");
    public static Rule Sub { get; } = new("assertion.sub", InvalidClient, "RFC 7523 §3 (2)");
    public static Rule Aud { get; } =
        new("assertion.aud", InvalidClient, $"RFC 7523 §3 (3), {AudienceUpdate} §4, item b");
    public static Rule Exp { get; } = new("assertion.exp", InvalidClient, "RFC 7523 §3 (4)");
    public static Rule Lifetime { get; } = new("assertion.lifetime", InvalidClient, "RFC 7523 §3 (4)");
    public static Rule Nbf { get; } = new("assertion.nbf", InvalidClient, "RFC 7523 §3 (5)");
    public static Rule Iat { get; } = new("assertion.iat", InvalidClient, "RFC 7523 §3 (6)");
    public static Rule Jti { get; } = new("assertion.jti", InvalidClient, "OpenID Connect Core §9");

    public static Rule GrantTypePresent { get; } = new(GrantTypeName, InvalidRequest, "RFC 6749 §4.4.2");
    public static Rule GrantTypeSupported { get; } = new(GrantTypeName, UnsupportedGrantType, "RFC 6749 §5.2");
    public static Rule GrantAllowed { get; } = new("grant.allowed", UnauthorizedClient, "RFC 6749 §4.4, §5.2");
    public static Rule ScopeAllowed { get; } = new("scope.allowed", InvalidScope, "RFC 6749 §3.3");

    public static Rule CertificateBinding { get; } = new("certificate.binding", InvalidRequest, "RFC 8705 §3.4");

    /// <summary>Not the client's fault: the server met something that it does not know.</summary>
    public static Rule ServerFailure { get; } = new("server.failure", ServerError, "RFC 9110 §15.6.1");

    /// <summary>Not the client's fault: what the nodes of the issuer share cannot decide, so nothing is accepted.</summary>
    public static Rule SharedState { get; } =
        new("server.shared_state", TemporarilyUnavailable, "RFC 9110 §15.6.4") { Status = 503 };

    public static Rule JtiUnused { get; } =
        new("assertion.jti_unused", InvalidClient, "RFC 7523 §3 (7), OpenID Connect Core §9");
}
