using ClientAuth.MockServer.Reading;
using ClientAuth.Protocol;
using ClientAuth.Protocol.Recording;

namespace ClientAuth.MockServer.Endpoints;

/// <summary>The answer to a request that no endpoint can judge, in the words of its status (RFC 9110 §15.5).</summary>
internal static class MalformedRequest
{
    /// <summary>What a client is told: which part of the request it has to mend.</summary>
    public static string Description(int status) =>
        status switch
        {
            405 => "method not allowed",
            408 => "the request took too long",
            413 => "the request body is too large",
            415 => "the content coding is not supported",
            431 => "the request headers are too large",
            _ => "the request is malformed",
        };

    /// <summary>The whole answer.</summary>
    public static RecordedResponse Of(int status) =>
        JsonResponse.Error(status, OAuthErrors.InvalidRequest, Description(status), Headers(status)).Unstored();

    /// <summary>The same, and the end of the connection: where the body ends is not known, so neither is where the next request begins.</summary>
    public static RecordedResponse Last(int status)
    {
        var response = Of(status);
        return response with { Headers = [.. response.Headers, new RecordedHeader("Connection", "close")] };
    }

    private static IEnumerable<RecordedHeader> Headers(int status) =>
        status == 415 ? [new RecordedHeader("Accept-Encoding", Framing.Identity)] : [];
}
