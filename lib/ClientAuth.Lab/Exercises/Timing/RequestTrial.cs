using System.Globalization;
using System.Net;
using ClientAuth.Client;
using ClientAuth.Protocol;
using ClientAuth.Protocol.Recording;

namespace ClientAuth.Lab.Exercises.Timing;

/// <summary>What came of a learner's way to ask for a token, at a server that misbehaves: what it returned, and what the server saw.</summary>
/// <param name="Outcome">What was returned, or null.</param>
/// <param name="Error">What was thrown, or null.</param>
/// <param name="IsInTime">Whether it ended, and asked no more when the patience was over.</param>
/// <param name="Requests">What reached the server meanwhile.</param>
internal sealed record RequestTrial(
    TokenOutcome? Outcome,
    Exception? Error,
    bool IsInTime,
    IReadOnlyList<RecordedExchange> Requests
)
{
    /// <summary>Whether it still waited for something in real time when it was given up.</summary>
    public bool IsStuck { get; init; }

    /// <summary>How long was waited between the requests, on the clock of the trial.</summary>
    public IReadOnlyList<TimeSpan> Waits { get; init; } = [];

    /// <summary>Whether each wait is longer than the one before.</summary>
    public bool HasGrowingWaits => Waits.Zip(Waits.Skip(1)).All(pair => pair.First < pair.Second);

    /// <summary>The waits, in words.</summary>
    public string WaitsInWords =>
        string.Join(
            ", ",
            Waits.Select(wait => string.Create(CultureInfo.InvariantCulture, $"{wait.TotalMilliseconds:0.#} ms"))
        );

    /// <summary>Whether no two requests held the same assertion.</summary>
    public bool HasEachJtiOnce
    {
        get
        {
            var ids = Requests.Select(JtiOf).ToList();
            return ids.Distinct(StringComparer.Ordinal).Count() == ids.Count;
        }
    }

    /// <summary>What was sent, and how it ended.</summary>
    public string Summary =>
        $"{Count(Requests.Count)}, and in the end "
        + (
            IsStuck ? "a wait that does not end"
            : !IsInTime ? "no end when the patience was over"
            : Error is not null ? Error.GetType().Name
            : Outcome switch
            {
                null => "null",
                TokenOutcome.Issued => "a token",
                _ => "a refusal",
            }
        );

    /// <summary>Whether it ended without an outcome and without an exception.</summary>
    public bool SaysNothing => Outcome is null && Error is null && IsInTime;

    /// <summary>So many requests, in words.</summary>
    public static string Count(int requests) =>
        string.Create(CultureInfo.InvariantCulture, $"{requests} {(requests == 1 ? "request" : "requests")}");

    private static string? JtiOf(RecordedExchange exchange)
    {
        var assertion = exchange
            .Request.Body.Split('&')
            .FirstOrDefault(part => part.StartsWith($"{TokenParameters.ClientAssertion}=", StringComparison.Ordinal));
        return assertion is null
            ? null
            : DecodedJwt.Parse(WebUtility.UrlDecode(assertion[(assertion.IndexOf('=') + 1)..])).ClaimString("jti");
    }
}
