using static ClientAuth.Protocol.Authorization.AuthorizationErrors;
using static ClientAuth.Protocol.OAuthErrors;

namespace ClientAuth.MockServer.Checks;

/// <summary>Rules for authorization requests that are pushed, in the order in which they are checked.</summary>
internal static partial class Rules
{
    public static Rule ParRequestUri { get; } = new(CheckNames.ParRequestUri, InvalidRequest, "RFC 9126 §2.1");
    public static Rule ParRequest { get; } = new(CheckNames.ParRequest, RequestNotSupported, "RFC 9126 §3");
    public static Rule ParClientId { get; } = new(CheckNames.ParClientId, InvalidRequest, "RFC 9126 §2.1");
    public static Rule ParResponseTypePresent { get; } =
        new(CheckNames.ParResponseType, InvalidRequest, "RFC 6749 §3.1.1");
    public static Rule ParResponseTypeSupported { get; } =
        new(CheckNames.ParResponseType, UnsupportedResponseType, "RFC 6749 §4.1.2.1");
    public static Rule ParRedirectUri { get; } =
        new(CheckNames.ParRedirectUri, InvalidRequest, "RFC 9126 §2.3, §2.4, RFC 9700 §2.1");
}
