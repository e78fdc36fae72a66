using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Reading;
using ClientAuth.Protocol;
using ClientAuth.Protocol.Authorization;
using ClientAuth.Protocol.Recording;

namespace ClientAuth.MockServer.Endpoints;

/// <summary>
/// The answer to a broken rule wherever a client authenticates (RFC 6749 §5.2). It says as little as a production server does:
/// the reason is in the trace.
/// </summary>
internal static class ClientRefusal
{
    /// <param name="call">A call whose trace has a broken rule.</param>
    /// <param name="realm">What the challenge says is protected, for example <c>token endpoint</c>.</param>
    public static RecordedResponse Of(EndpointCall call, string realm)
    {
        var broken = call.Trace.Broken!;
        return JsonResponse
            .Error(broken.Status, broken.Error, Description(broken), Headers(call.Incoming, broken, realm))
            .Unstored();
    }

    private static string Description(Rule broken) =>
        broken.Error switch
        {
            OAuthErrors.InvalidClient => "client authentication failed",
            OAuthErrors.TemporarilyUnavailable => "too many failed attempts, try again later",
            OAuthErrors.InvalidGrant => "the token was issued to another client",
            OAuthErrors.UnauthorizedClient => "the client may not use this grant type",
            OAuthErrors.UnsupportedGrantType => "the grant type is not supported",
            OAuthErrors.InvalidScope => "the scope is not allowed",
            OAuthErrors.InvalidTarget => "no token is issued for this target",
            AuthorizationErrors.UnsupportedResponseType => "the response type is not supported",
            AuthorizationErrors.RequestNotSupported => "request objects are not supported",
            OAuthErrors.InvalidDpopProof => "the DPoP proof is not valid here",
            OAuthErrors.UseDpopNonce => "the DPoP proof needs the nonce of this answer",
            OAuthErrors.UseAttestationChallenge => "the proof needs the challenge of this answer",
            OAuthErrors.UseFreshAttestation => "the attestation is too old",
            _ => MalformedRequest.Description(broken.Status),
        };

    // A challenge answers only those who tried the header (RFC 6749 §5.2); any other 401 goes without.
    private static IEnumerable<RecordedHeader> Headers(IncomingRequest incoming, Rule broken, string realm)
    {
        if (broken.RetryAfter is { } wait)
        {
            yield return new RecordedHeader("Retry-After", $"{Quote.WholeSeconds(wait).TotalSeconds}");
        }

        if (broken.Status == 405)
        {
            yield return new RecordedHeader("Allow", "POST");
        }
        else if (broken.Status == 401 && incoming.Http.Header(IncomingRequest.Authorization) is not null)
        {
            yield return new RecordedHeader("WWW-Authenticate", $"Basic realm=\"{realm}\", charset=\"UTF-8\"");
        }
    }
}
