using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Reading;
using ClientAuth.Protocol;
using ClientAuth.Protocol.Recording;

namespace ClientAuth.MockServer.Endpoints;

/// <summary>
/// The token endpoint's answer to a broken rule (RFC 6749 §5.2). It says as little as a production server does: the reason is in
/// the trace.
/// </summary>
internal static class TokenRefusal
{
    public static RecordedResponse Of(IncomingRequest incoming, Rule broken) =>
        JsonAnswer.Error(Status(broken), broken.Error, Description(broken.Error), Headers(incoming, broken)).Unstored();

    private static int Status(Rule broken) =>
        broken.Name == CheckNames.RequestMethod ? 405
        : broken.Error == OAuthErrors.InvalidClient ? 401
        : 400;

    private static string Description(string error) =>
        error switch
        {
            OAuthErrors.InvalidClient => "client authentication failed",
            OAuthErrors.UnauthorizedClient => "the client may not use this grant type",
            OAuthErrors.UnsupportedGrantType => "the grant type is not supported",
            OAuthErrors.InvalidScope => "the scope is not allowed",
            _ => "the request is malformed",
        };

    // A challenge answers only those who tried the header (RFC 6749 §5.2); any other 401 goes without.
    private static IEnumerable<RecordedHeader> Headers(IncomingRequest incoming, Rule broken)
    {
        if (broken.Name == CheckNames.RequestMethod)
        {
            yield return new RecordedHeader("Allow", "POST");
        }
        else if (Status(broken) == 401 && incoming.Http.Header(AuthorizationHeader.Name) is not null)
        {
            yield return new RecordedHeader("WWW-Authenticate", "Basic realm=\"token endpoint\", charset=\"UTF-8\"");
        }
    }
}
