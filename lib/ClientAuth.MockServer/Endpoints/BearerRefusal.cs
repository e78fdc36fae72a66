using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Reading;
using ClientAuth.Protocol;
using ClientAuth.Protocol.Recording;

namespace ClientAuth.MockServer.Endpoints;

/// <summary>The answer to a broken rule wherever an access token is presented (RFC 6750 §3).</summary>
internal static class BearerRefusal
{
    /// <param name="call">A call whose trace has a broken rule.</param>
    /// <param name="realm">What the challenge says is protected, for example <c>resource</c>.</param>
    /// <param name="scope">The scope that would have been enough; told only where the token's was not.</param>
    public static RecordedResponse Of(EndpointCall call, string realm, string? scope = null)
    {
        var broken = call.Trace.Broken!;
        // Who presented nothing is told what is wanted, and no error (RFC 6750 §3.1).
        if (broken.Name == Rules.TokenPresented.Name)
        {
            return new RecordedResponse(
                broken.Status,
                [new("Content-Length", "0"), Challenge(BearerToken.Bearer, $"realm=\"{realm}\"")],
                ""
            ).Unstored();
        }

        var description = Description(broken.Error);
        var parameters = $"realm=\"{realm}\", error=\"{broken.Error}\", error_description=\"{description}\"";
        var wanted = broken.Error == OAuthErrors.InsufficientScope && scope is not null ? $", scope=\"{scope}\"" : "";
        return JsonResponse
            .Error(Status(broken), broken.Error, description, Challenge(call, parameters + wanted))
            .Unstored();
    }

    // A resource says with 401 what a token endpoint says about a proof with 400 (RFC 9449 §7.1, §9).
    private static int Status(Rule broken) =>
        broken.Error is OAuthErrors.InvalidDpopProof or OAuthErrors.UseDpopNonce ? 401 : broken.Status;

    private static RecordedHeader Challenge(EndpointCall call, string parameters) =>
        TriedDpop(call)
            ? Challenge(BearerToken.DPoP, $"{parameters}, algs=\"{string.Join(' ', call.ProofAlgorithms)}\"")
            : Challenge(BearerToken.Bearer, parameters);

    private static RecordedHeader Challenge(string scheme, string parameters) =>
        new("WWW-Authenticate", $"{scheme} {parameters}");

    private static bool TriedDpop(EndpointCall call) =>
        call
            .Incoming.Http.Header(IncomingRequest.Authorization)
            ?.StartsWith(BearerToken.DPoP + " ", StringComparison.OrdinalIgnoreCase)
            is true;

    private static string Description(string error) =>
        error switch
        {
            OAuthErrors.InvalidToken => "the access token is not valid here",
            OAuthErrors.InsufficientScope => "the access token does not allow this",
            OAuthErrors.InvalidDpopProof => "the DPoP proof is not valid here",
            OAuthErrors.UseDpopNonce => "the DPoP proof needs the nonce of this answer",
            _ => "the request is malformed",
        };
}
