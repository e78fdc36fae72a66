using static ClientAuth.Protocol.Authorization.AuthorizationErrors;
using static ClientAuth.Protocol.OAuthErrors;

namespace ClientAuth.MockServer.Checks;

/// <summary>Rules for authorization requests that are pushed, in the order in which they are checked.</summary>
public static partial class Rules
{
    private const string ParResponseTypeName = "par.response_type";

    public static Rule ParRequestUri { get; } = new("par.request_uri", InvalidRequest, "RFC 9126 §2.1");
    public static Rule ParRequest { get; } = new("par.request", RequestNotSupported, "RFC 9126 §3");
    public static Rule ParClientId { get; } = new("par.client_id", InvalidRequest, "RFC 9126 §2.1");
    public static Rule ParResponseTypePresent { get; } = new(ParResponseTypeName, InvalidRequest, "RFC 6749 §3.1.1");
    public static Rule ParResponseTypeSupported { get; } =
        new(ParResponseTypeName, UnsupportedResponseType, "RFC 6749 §4.1.2.1");
    public static Rule ParRedirectUri { get; } =
        new("par.redirect_uri", InvalidRequest, "RFC 9126 §2.3, §2.4, RFC 9700 §2.1");
}
