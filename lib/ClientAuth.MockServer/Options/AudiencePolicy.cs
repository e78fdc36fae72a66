namespace ClientAuth.MockServer.Options;

/// <summary>Which <c>aud</c> an assertion must have.</summary>
public enum AudiencePolicy
{
    /// <summary>The issuer identifier and nothing else (RFC 10070 §4, item b).</summary>
    IssuerOnly,

    /// <summary>The issuer identifier or a token endpoint, as RFC 7523 §3 and OpenID Connect Core §9 once allowed.</summary>
    Legacy,

    /// <summary>A token endpoint and nothing else, not even the issuer identifier: what some servers demand (RFC 7523 §3, item 3).</summary>
    TokenEndpointOnly,
}
