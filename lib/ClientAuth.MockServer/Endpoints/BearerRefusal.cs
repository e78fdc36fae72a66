using ClientAuth.MockServer.Reading;
using ClientAuth.Protocol;
using ClientAuth.Protocol.Recording;

namespace ClientAuth.MockServer.Endpoints;

/// <summary>The answer to a broken rule wherever an access token is presented (RFC 6750 §3).</summary>
internal static class BearerRefusal
{
    /// <param name="call">A call whose trail has a broken rule.</param>
    /// <param name="realm">What the challenge says is protected, for example <c>resource</c>.</param>
    /// <param name="scope">The scope that would have been enough; told only where the token's was not.</param>
    public static RecordedResponse Of(EndpointCall call, string realm, string? scope = null)
    {
        var broken = call.Trail.Broken!;
        // Who presented nothing is told what is wanted, and no error (RFC 6750 §3.1).
        if (broken.Name == CheckNames.TokenPresented)
        {
            return new RecordedResponse(
                broken.Status,
                [new("Content-Length", "0"), Challenge($"realm=\"{realm}\"")],
                ""
            ).Unstored();
        }

        var description = Description(broken.Error);
        var parameters = $"realm=\"{realm}\", error=\"{broken.Error}\", error_description=\"{description}\"";
        var wanted = broken.Error == OAuthErrors.InsufficientScope && scope is not null ? $", scope=\"{scope}\"" : "";
        return JsonAnswer.Error(broken.Status, broken.Error, description, Challenge(parameters + wanted)).Unstored();
    }

    private static RecordedHeader Challenge(string parameters) =>
        new("WWW-Authenticate", $"{BearerToken.Bearer} {parameters}");

    private static string Description(string error) =>
        error switch
        {
            OAuthErrors.InvalidToken => "the access token is not valid here",
            OAuthErrors.InsufficientScope => "the access token does not allow this",
            _ => "the request is malformed",
        };
}
