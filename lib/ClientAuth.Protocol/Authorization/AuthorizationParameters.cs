namespace ClientAuth.Protocol.Authorization;

/// <summary>Names of the parameters of an authorization request (RFC 6749 §4.1.1, RFC 9126 §2.1, RFC 9101 §5).</summary>
public static class AuthorizationParameters
{
    public const string ResponseType = "response_type";
    public const string RedirectUri = "redirect_uri";

    /// <summary>A reference to a request that was pushed or is published; no part of a pushed request itself.</summary>
    public const string RequestUri = "request_uri";

    /// <summary>The request as a signed JWT.</summary>
    public const string Request = "request";
}
