using ClientAuth.MockServer.Faults;
using ClientAuth.Protocol.Recording;

namespace ClientAuth.Lab.Tests.Haapi;

/// <summary>What may happen to one answer on its way, and what the app then says of it.</summary>
/// <param name="Name">What a person calls it.</param>
/// <param name="Fault">What the server does.</param>
/// <param name="Says">The beginning of what the app says, after the address.</param>
public sealed record FallbackFault(string Name, Fault Fault, string Says)
{
    /// <summary>Every fault of the script, those that can strike on both sides of the endpoint's work twice.</summary>
    public static IReadOnlyList<FallbackFault> All { get; } =
    [
        new("late, before the server acts", new Fault.Late(), "did not answer within 5 s."),
        new("late, after it", new Fault.Late(moment: FaultMoment.AfterActing), "did not answer within 5 s."),
        new("reset, before the server acts", new Fault.Reset(), "closed the connection before it answered."),
        new("reset, after it", new Fault.Reset(FaultMoment.AfterActing), "closed the connection before it answered."),
        new("cut", new Fault.Truncated(), "closed the connection in the middle of its answer ("),
        new("as HTML", new Fault.WrongContentType(), " as text/html, where "),
        new("500", new Fault.Response(500), "answered 500 "),
        new(
            "503, after it",
            new Fault.Response(
                503,
                headers: [new RecordedHeader("Retry-After", "12")],
                moment: FaultMoment.AfterActing
            ),
            "answered 503 "
        ),
        new("429", Fault.Response.TooManyRequests(TimeSpan.FromSeconds(7)), "Ask again after 7 s."),
    ];

    /// <summary>Whether the app waits for its deadline.</summary>
    public bool IsLate => Fault is Fault.Late;

    public static FallbackFault Named(string name) => All.Single(one => one.Name == name);
}
