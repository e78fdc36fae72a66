using System.Text.Json;
using ClientAuth.Protocol;
using ClientAuth.Protocol.Recording;

namespace ClientAuth.MockServer;

/// <summary>What a <see cref="JwksHost"/> answers: a key set, or something that is none.</summary>
public sealed record JwksResponse
{
    public int Status { get; init; } = 200;

    public string ContentType { get; init; } = "application/jwk-set+json";

    public string Body { get; init; } = "";

    /// <summary>Further response headers.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>The connection is closed in place of an answer.</summary>
    public bool IsDropped { get; init; }

    /// <summary>What the answer waits for, once its request has arrived; nothing unless told.</summary>
    internal Func<CancellationToken, Task> Hold { get; init; } = _ => Task.CompletedTask;

    /// <summary>What of it crosses the wire.</summary>
    internal RecordedResponse ToRecorded() =>
        IsDropped
            ? RecordedResponse.Nothing
            : new RecordedResponse(
                Status,
                [
                    new RecordedHeader("Content-Type", ContentType),
                    .. Headers.Select(header => new RecordedHeader(header.Key, header.Value)),
                ],
                Body
            );

    /// <summary>A key set, as a client publishes it (RFC 7517 §5).</summary>
    public static JwksResponse Of(params IReadOnlyList<Jwk> keys) =>
        new() { Body = JsonSerializer.Serialize(new JwkSet { Keys = keys }, ProtocolJson.Default.JwkSet) };

    /// <summary>A status without a body.</summary>
    public static JwksResponse Failing(int status) => new() { Status = status };

    /// <summary>The keys are said to be elsewhere.</summary>
    public static JwksResponse RedirectingTo(string address) =>
        new()
        {
            Status = 302,
            Headers = new Dictionary<string, string> { ["Location"] = address },
        };

    /// <summary>The same with blanks behind it, which JSON allows, until it is this long.</summary>
    public JwksResponse FilledTo(int bytes) => this with { Body = Body.PadRight(bytes) };

    /// <summary>The same, held back until the task is done.</summary>
    public JwksResponse HeldUntil(Task release) => this with { Hold = release.WaitAsync };

    /// <summary>The same, held back for so long from the arrival of each request on.</summary>
    public JwksResponse HeldFor(TimeSpan time) => this with { Hold = gaveUp => Task.Delay(time, gaveUp) };
}
