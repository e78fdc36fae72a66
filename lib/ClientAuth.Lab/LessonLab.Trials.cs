using ClientAuth.Client;
using ClientAuth.Lab.Expectations;
using ClientAuth.Lab.Measuring;
using ClientAuth.Lab.Testbeds;
using ClientAuth.MockServer.Faults;
using ClientAuth.Visuals.Timelines;

namespace ClientAuth.Lab;

/// <summary>Tries what depends on time: assertions at moments of the lab's clock, and a server that takes too long.</summary>
public sealed partial class LessonLab
{
    /// <summary>What an accepted assertion is expected to be, in place of a failing check.</summary>
    public const string Accepted = "accepted";

    private const int MostAttempts = 10;

    /// <summary>
    /// Makes assertions of one <c>iat</c>, sends them at moments of the lab's clock, which moves forward, and claims what the server
    /// answers to each.
    /// </summary>
    /// <param name="clientId">A client that signs JWTs.</param>
    /// <param name="trials">
    /// In the order of time: seconds after <c>iat</c>, the name of an assertion (one that was sent before is sent again), and
    /// <see cref="Accepted"/> or the check that refuses it.
    /// </param>
    /// <exception cref="ArgumentException">The client signs no JWTs, or the moments are out of order.</exception>
    /// <exception cref="LessonExpectationException">The server answered something else.</exception>
    public async Task<AssertionWindowChart> TryAssertionsAsync(
        string clientId,
        params IReadOnlyList<(int Second, string Assertion, string Expected)> trials
    )
    {
        var method =
            RegisteredMethod.Of(Client(clientId)) as ClientAuthenticationMethodConfiguration.SignedJwt
            ?? throw new ArgumentException($"'{clientId}' is not registered for signed JWTs.", nameof(clientId));
        if (!trials.Select(trial => trial.Second).SequenceEqual(trials.Select(trial => trial.Second).Order()))
        {
            throw new ArgumentException(
                "The lab's time goes forward: name the moments in their order.",
                nameof(trials)
            );
        }

        var assertions = new AssertionsOfOneMoment(clientId, Server.Issuer, method, Clock, trials[0].Second);
        var seen = new List<AssertionTrial>();
        foreach (var (second, name, expected) in trials)
        {
            var (repeats, sent) = assertions.Send(name, second);
            await TokenClient(clientId, sent).RequestTokenAsync();
            var failing = LastExchange.Trace.Failure?.Check;
            if ((failing ?? Accepted) != expected)
            {
                throw new LessonExpectationException(
                    $"Assertion {name} at {second} s: expected {expected}, saw {failing ?? Accepted}."
                );
            }

            seen.Add(new AssertionTrial(repeats ? $"{name} again" : name, TimeSpan.FromSeconds(second), failing));
        }

        return new AssertionWindowChart(new AssertionWindow(method.Lifetime, _skew, seen));
    }

    /// <summary>Lets the server misbehave, and claims how that ends for a client with a deadline.</summary>
    /// <param name="clientId">Who asks.</param>
    /// <param name="deadline">How long it waits for one response.</param>
    /// <param name="trials">What the server does, in words and as a fault, null for none; and how it must end, one of <see cref="FaultOutcome"/>.</param>
    /// <exception cref="LessonExpectationException">It ended in another way.</exception>
    public async Task<DeadlineChart> TryFaultsAsync(
        string clientId,
        TimeSpan deadline,
        params IReadOnlyList<(string Server, Fault? Fault, string Expected)> trials
    )
    {
        var method = RegisteredMethod.Of(Client(clientId));
        var client = new TokenClient(OpenHttp(method), Server.Metadata, clientId, method, Clock)
        {
            Deadline = deadline,
        };
        var seen = new List<DeadlineTrial>();
        try
        {
            foreach (var (server, fault, expected) in trials)
            {
                var (outcome, took) = await TryFaultAsync(client, fault, expected);
                if (outcome != expected)
                {
                    throw new LessonExpectationException($"{server}: expected '{expected}', saw '{outcome}'.");
                }

                seen.Add(new DeadlineTrial(server, took, outcome == FaultOutcome.Token, outcome));
            }
        }
        finally
        {
            Server.Faults.Clear();
        }

        return new DeadlineChart(deadline, seen);
    }

    // On a busy machine the deadline may pass before anything of the fault is seen. That says nothing about the fault, so it is tried again.
    private async Task<(string Outcome, TimeSpan Took)> TryFaultAsync(TokenClient client, Fault? fault, string expected)
    {
        for (var attempt = 1; ; attempt++)
        {
            // Neither a first request's compiling nor a handshake is what is tried.
            await FaultOutcome.OfAsync(client);
            if (fault is not null)
            {
                Server.Faults.Add(FaultPoint.Token, fault, times: 1);
            }

            var started = Clock.GetTimestamp();
            var outcome = await FaultOutcome.OfAsync(client);
            var gaveUp = outcome is FaultOutcome.NoResponse or FaultOutcome.NotComplete;
            if (outcome == expected || !gaveUp || attempt == MostAttempts)
            {
                return (outcome, Clock.GetElapsedTime(started));
            }

            Server.Faults.Clear();
        }
    }
}
