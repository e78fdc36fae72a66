using System.Globalization;
using System.Text.Json;
using ClientAuth.FailureCases.Judging;
using ClientAuth.FailureCases.Requests;
using ClientAuth.FailureCases.Wire;
using ClientAuth.Protocol.Recording;

namespace ClientAuth.FailureCases.Tester.Verdicts;

/// <summary>What came back for a request, as far as it is judged: status, error code, and whether something was issued.</summary>
/// <param name="Response">The response; null where the connection was refused.</param>
/// <param name="Endpoint">One of <see cref="EndpointNames"/>.</param>
internal sealed record Answer(RecordedResponse? Response, string Endpoint)
{
    // Longer than any registered code.
    private const int LongestCode = 64;

    public static Answer Of(WireOutcome outcome, string endpoint) =>
        new((outcome as WireOutcome.Responded)?.Response, endpoint);

    public int? Status => Response?.Status;

    /// <summary>The error code, or null where there is none, or no word as the registered codes are: what stands there instead may be a credential that the server repeats.</summary>
    public string? Error =>
        Response is { } response
        && ErrorBody.ErrorOf(response) is { Length: > 0 and <= LongestCode } code
        && code.All(letter => letter is (>= 'a' and <= 'z') or '_' or '-')
            ? code
            : null;

    /// <summary>Whether the server did what it was asked for: at the token endpoint that means a token.</summary>
    public bool IsSuccess =>
        Response is { Status: >= 200 and < 300 } response
        && (Endpoint != EndpointNames.Token || BodyMembers.Parse(response.Body)?["access_token"] is not null);

    /// <summary>Whether a token is said not to be active, which is all that a server tells a client that may not know (RFC 7662 §2.2).</summary>
    public bool IsInactive =>
        IsSuccess
        && Endpoint == EndpointNames.Introspection
        && BodyMembers.Parse(Response!.Body)?["active"]?.GetValueKind() is JsonValueKind.False;

    /// <summary>In a few words: <c>401 invalid_client</c>, <c>200 token</c>, <c>connection closed</c>.</summary>
    public override string ToString() =>
        Response is not { Status: var status } ? "connection closed"
        : IsSuccess && Endpoint == EndpointNames.Token ? string.Create(CultureInfo.InvariantCulture, $"{status} token")
        : string.Create(CultureInfo.InvariantCulture, $"{status} {(IsInactive ? "inactive" : Error)}").TrimEnd();
}
