namespace ClientAuth.MockServer;

/// <summary>What the header parameter <c>typ</c> of an assertion must be (draft-ietf-oauth-rfc7523bis).</summary>
public enum TypPolicy
{
    /// <summary>Absent, <c>JWT</c> or <c>client-authentication+jwt</c>; any other type is refused (RFC 8725 §3.11).</summary>
    Optional,

    /// <summary><c>client-authentication+jwt</c>.</summary>
    Required,
}
