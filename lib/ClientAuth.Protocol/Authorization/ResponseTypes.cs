namespace ClientAuth.Protocol.Authorization;

/// <summary>Registered values of <c>response_type</c>.</summary>
public static class ResponseTypes
{
    /// <summary>The authorization code grant (RFC 6749 §4.1.1).</summary>
    public const string Code = "code";
}
