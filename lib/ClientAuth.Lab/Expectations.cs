using System.Globalization;
using System.Net;
using System.Text.Json;
using ClientAuth.Client;
using ClientAuth.Protocol;
using ClientAuth.Protocol.Recording;
using ClientAuth.Visuals;

namespace ClientAuth.Lab;

/// <summary>What a lesson claims, held against what happened. Each method shows the claim and throws where it does not hold.</summary>
internal static class Expectations
{
    public static ComparisonView Agree(IReadOnlyList<(string Part, string? ByHand, string? ByLibrary)> parts)
    {
        var view = new ComparisonView(
            "By hand and by the library",
            [.. parts.Select(part => (part.Part, part.ByHand ?? "(absent)", part.ByLibrary ?? "(absent)"))]
        );
        return view.AllEqual
            ? view
            : throw new LessonExpectationException(
                $"By hand and by the library do not agree on: {string.Join(", ", parts.Where(p => p.ByHand != p.ByLibrary).Select(p => p.Part))}."
            );
    }

    public static FactsView Refused(Refusal expected, Refusal seen) =>
        seen == expected
            ? new FactsView(
                "Refused, as expected",
                ("Status", $"{seen.Status} {(HttpStatusCode)seen.Status}"),
                ("Error on the wire", seen.Error ?? "(none)"),
                ("Failing check in the trace", seen.Failing ?? "(none)")
            )
            : throw new LessonExpectationException($"Expected {expected}, saw {seen}.");

    public static FactsView Failed(Exception? thrown, string saying)
    {
        var messages = Messages(thrown).ToList();
        if (messages.Count == 0)
        {
            throw new LessonExpectationException($"Expected a failure that says '{saying}', but nothing failed.");
        }

        return messages.Any(message => message.Contains(saying, StringComparison.OrdinalIgnoreCase))
            ? new FactsView(
                "Failed, as expected",
                [
                    .. messages
                        .Distinct()
                        .Select((message, depth) => (depth == 0 ? thrown!.GetType().Name : "because", message)),
                ]
            )
            : throw new LessonExpectationException(
                $"Expected a failure that says '{saying}', but it says: {string.Join(" ← ", messages)}"
            );
    }

    private static IEnumerable<string> Messages(Exception? thrown)
    {
        for (var exception = thrown; exception is not null; exception = exception.InnerException)
        {
            yield return exception.Message;
        }
    }

    /// <summary>How a request was refused: what the client was told, and what only the server knows.</summary>
    internal sealed record Refusal(int Status, string? Error, string? Failing)
    {
        public static Refusal Of(TokenOutcome outcome, DecisionTrace trace) =>
            outcome is TokenOutcome.Refused refused
                ? new(refused.Status, refused.Error.Error, trace.Failure?.Check)
                : new(200, null, trace.Failure?.Check);

        public static async Task<Refusal> OfAsync(HttpResponseMessage response, DecisionTrace trace)
        {
            var body = await response.Content.ReadAsStringAsync();
            return new((int)response.StatusCode, ErrorIn(body), trace.Failure?.Check);
        }

        public override string ToString() =>
            string.Create(
                CultureInfo.InvariantCulture,
                $"{Status} {Error ?? "without an error code"} at {Failing ?? "no check"}"
            );

        private static string? ErrorIn(string body)
        {
            try
            {
                return JsonSerializer.Deserialize(body, ProtocolJson.Default.ErrorResponse)?.Error;
            }
            catch (JsonException)
            {
                return null;
            }
        }
    }
}
