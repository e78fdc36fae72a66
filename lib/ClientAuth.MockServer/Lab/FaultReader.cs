using System.Text.Json;
using ClientAuth.MockServer.Faults;

namespace ClientAuth.MockServer.Lab;

/// <summary>Reads one fault from JSON: where, what, how often, and what that kind of fault takes.</summary>
internal static class FaultReader
{
    private const double LongestWait = 86_400;
    private const int LongestBody = 1 << 24;

    private static readonly string[] Kinds =
    [
        "answer",
        "late",
        "slow",
        "truncated",
        "wrong_content_type",
        "reset",
        "refused_handshake",
    ];

    /// <exception cref="LabRequestException">A field is missing, wrong or unknown; the message names it.</exception>
    public static (FaultPoint At, Fault Fault, int? Times) Read(JsonElement json)
    {
        var fields = JsonFields.Of(json);
        var at = fields.NeededChoice<FaultPoint>("at");
        var kind = fields.Text("fault") ?? "missing";
        var times = fields.Whole("times", 1, int.MaxValue);
        try
        {
            var fault = Read(kind, fields);
            fields.End();
            return (at, fault, times);
        }
        catch (ArgumentException problem)
        {
            throw new LabRequestException(problem.Message);
        }
    }

    private static Fault Read(string kind, JsonFields fields) =>
        kind switch
        {
            "answer" => new Fault.Response(
                JsonFields.Needed("status", fields.Whole("status", 200, 599)),
                fields.Text("body") ?? "",
                fields.Text("content_type"),
                fields.Headers("headers"),
                Moment(fields)
            ),
            "late" => new Fault.Late(fields.Seconds("seconds", 0, LongestWait), Moment(fields)),
            "slow" => new Fault.Slow(
                JsonFields.Needed("seconds_per_byte", fields.Seconds("seconds_per_byte", 0, LongestWait))
            ),
            "truncated" => new Fault.Truncated(fields.Whole("length", 0, LongestBody), fields.Flag("resets") ?? false),
            "wrong_content_type" => new Fault.WrongContentType(fields.Text("content_type") ?? "text/html"),
            "reset" => new Fault.Reset(Moment(fields)),
            "refused_handshake" => new Fault.RefusedHandshake(fields.Choice<TlsAlert>("alert")),
            _ => throw new LabRequestException($"fault is {kind}; it is one of {string.Join(", ", Kinds)}"),
        };

    private static FaultMoment Moment(JsonFields fields) =>
        fields.Choice<FaultMoment>("moment") ?? FaultMoment.BeforeActing;
}
