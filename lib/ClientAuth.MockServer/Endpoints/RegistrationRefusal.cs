using ClientAuth.MockServer.Checks;
using ClientAuth.Protocol;
using ClientAuth.Protocol.Recording;

namespace ClientAuth.MockServer.Endpoints;

/// <summary>The answer to a broken rule where clients register (RFC 7591 §3.2.2), and where they present a token for it (RFC 6750 §3).</summary>
internal static class RegistrationRefusal
{
    /// <param name="call">A call whose trace has a broken rule.</param>
    /// <param name="realm">What the challenge says is protected.</param>
    /// <param name="methods">The HTTP methods that there are, as the header Allow has them.</param>
    /// <param name="scope">The scope that would have been enough, if one would.</param>
    public static RecordedResponse Of(EndpointCall call, string realm, string methods, string? scope = null)
    {
        var broken = call.Trace.Broken!;
        return Description(broken) is { } description
            ? JsonResponse.Error(broken.Status, broken.Error, description, Headers(broken, methods)).Unstored()
            : BearerRefusal.Of(call, realm, scope);
    }

    private static string? Description(Rule broken) =>
        broken.Error switch
        {
            RegistrationErrors.InvalidRedirectUri => "a redirection address is not allowed",
            RegistrationErrors.InvalidClientMetadata when broken.Concerns is { } concerned =>
                $"the client metadata is not allowed: {concerned}",
            RegistrationErrors.InvalidClientMetadata => "the client metadata is not allowed",
            OAuthErrors.TemporarilyUnavailable => "no more clients can register here for now",
            RegistrationErrors.InvalidSoftwareStatement => "the software statement is not valid",
            RegistrationErrors.UnapprovedSoftwareStatement => "the software is not approved",
            OAuthErrors.InvalidClient => "a client certificate is needed",
            OAuthErrors.InvalidRequest when broken.Status == 405 => MalformedRequest.Description(405),
            _ => null,
        };

    private static IEnumerable<RecordedHeader> Headers(Rule broken, string methods) =>
        broken.Status == 405 ? [new RecordedHeader("Allow", methods)] : [];
}
