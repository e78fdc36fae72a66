namespace ClientAuth.Protocol.Authorization;

/// <summary>Error codes of an authorization request, pushed or not (RFC 6749 §4.1.2.1, OpenID Connect Core §3.1.2.6).</summary>
public static class AuthorizationErrors
{
    /// <summary>The server does not offer this response type.</summary>
    public const string UnsupportedResponseType = "unsupported_response_type";

    /// <summary>The server does not read requests that are JWTs.</summary>
    public const string RequestNotSupported = "request_not_supported";
}
