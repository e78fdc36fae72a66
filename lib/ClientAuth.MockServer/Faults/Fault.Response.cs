using System.Text;
using ClientAuth.MockServer.Exchanges;
using ClientAuth.Protocol.Recording;

namespace ClientAuth.MockServer.Faults;

public abstract partial record Fault
{
    /// <summary>Another answer than the endpoint's: an error page of a gateway, a key set that is gone, a server that is too busy.</summary>
    public sealed record Response : Fault
    {
        private readonly RecordedResponse _response;

        /// <param name="status">200 to 599.</param>
        /// <param name="body">Text, sent as UTF-8.</param>
        /// <param name="contentType">Left out, the answer says none.</param>
        /// <param name="headers">More header fields, for example <c>Retry-After</c>.</param>
        /// <param name="moment">Whether the endpoint acts first.</param>
        /// <exception cref="ArgumentException">No server can answer so; the message says why.</exception>
        public Response(
            int status,
            string body = "",
            string? contentType = null,
            IReadOnlyList<RecordedHeader>? headers = null,
            FaultMoment moment = FaultMoment.BeforeActing
        )
        {
            var given = contentType is null ? headers ?? [] : [new("Content-Type", contentType), .. headers ?? []];
            ResponseRules.Check(status, body, given);
            Moment = moment;
            _response = new RecordedResponse(
                status,
                [.. given, new("Content-Length", $"{Encoding.UTF8.GetByteCount(body)}")],
                body
            );
        }

        public override FaultMoment Moment { get; }

        private protected override string Words => $"answers {_response.Status} instead";

        /// <summary>The server is too busy, and says when to come back (RFC 6585 §4, RFC 9110 §10.2.3).</summary>
        /// <param name="retryAfter">Whole seconds are sent.</param>
        /// <param name="error">An error code, for a server that also says it as OAuth does (RFC 6749 §5.2).</param>
        public static Response TooManyRequests(TimeSpan retryAfter, string? error = null)
        {
            var header = new RecordedHeader("Retry-After", $"{(long)retryAfter.TotalSeconds}");
            return error is null
                ? new Response(429, headers: [header])
                : new Response(429, $$"""{"error":"{{error}}"}""", "application/json", [header]);
        }

        private protected override Task<Delivery> DeliverAsync(FaultedCall call, RecordedResponse? answer) =>
            Task.FromResult(new Delivery(_response));
    }
}
