namespace ClientAuth.Protocol;

/// <summary>Names of the form parameters of a token request (RFC 6749 §4.4.2, RFC 7521 §4.2, RFC 8693 §2.1).</summary>
public static class TokenParameters
{
    public const string GrantType = "grant_type";
    public const string Scope = "scope";
    public const string ClientId = "client_id";
    public const string ClientSecret = "client_secret";
    public const string ClientAssertion = "client_assertion";
    public const string ClientAssertionType = "client_assertion_type";
    public const string SubjectToken = "subject_token";
    public const string SubjectTokenType = "subject_token_type";
    public const string ActorToken = "actor_token";
    public const string RequestedTokenType = "requested_token_type";
    public const string Resource = "resource";
    public const string Audience = "audience";
}
