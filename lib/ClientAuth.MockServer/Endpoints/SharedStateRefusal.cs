using System.Globalization;
using ClientAuth.Protocol;
using ClientAuth.Protocol.Recording;
using ClientAuth.SharedState;

namespace ClientAuth.MockServer.Endpoints;

/// <summary>
/// The answer where what the nodes share cannot decide. The client learns that it may try again, with a new assertion or proof: what this
/// request presented may count as used. The reason is in the trace.
/// </summary>
internal static class SharedStateRefusal
{
    public static RecordedResponse Of(SharedStateException problem) =>
        JsonResponse
            .Error(
                503,
                OAuthErrors.TemporarilyUnavailable,
                "the server cannot decide this now, try again later with fresh credentials",
                new RecordedHeader(
                    "Retry-After",
                    Math.Ceiling(problem.RetryAfter.TotalSeconds).ToString(CultureInfo.InvariantCulture)
                )
            )
            .Unstored();
}
