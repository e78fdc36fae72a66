using ClientAuth.FailureCases.Fixtures;
using ClientAuth.FailureCases.Judging;
using ClientAuth.FailureCases.Keys;
using ClientAuth.FailureCases.Running;
using ClientAuth.FailureCases.Steps;
using ClientAuth.FailureCases.Tester.Plan;
using ClientAuth.FailureCases.Tester.Verdicts;
using ClientAuth.FailureCases.Values;
using ClientAuth.FailureCases.Wire;

namespace ClientAuth.FailureCases.Tester.Running;

/// <summary>One case at the tested server: the requests before it, its own, and those that prove that it has changed nothing.</summary>
/// <param name="server">The server.</param>
/// <param name="planned">The case and the method.</param>
internal sealed class CaseAttempt(TestedServer server, PlannedRun planned) : IDisposable
{
    // A server remembers the jti of a proof by its key: two cases with one key would meet.
    private const string SecondKey = "second";

    private readonly RequestTrap _trap = new();
    private readonly CaseKeys _own = new();
    private readonly List<Difference> _differences = [];
    private Placeholders? _values;
    private string _got = "";

    private CaseKeys Keys =>
        server.Fixture.Keys.With(name => name is CaseKeys.Dpop or SecondKey ? _own.Find(name) : null);

    /// <summary>What became of it: the verdict, the answer to the case's own request, and what differs.</summary>
    public (ServerVerdict Verdict, string Got, string? Detail) Outcome
    {
        get
        {
            // What was accepted weighs more than what came of it afterwards.
            var worst =
                _differences.FirstOrDefault(difference => difference.Verdict == ServerVerdict.Accepted)
                ?? _differences.FirstOrDefault();
            return (worst?.Verdict ?? ServerVerdict.Held, _got, worst?.Detail);
        }
    }

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        _values = server.ValuesOfCase(Keys, _trap);
        var failureCase = planned.Case;
        foreach (var step in failureCase.Before)
        {
            await RunAsync(step, isAfterwards: false, cancellationToken);
        }

        if (_differences.Find(difference => difference.Verdict != ServerVerdict.Accepted) is { } unprepared)
        {
            throw new UnusableCaseException($"what prepares it was answered otherwise, {unprepared.Detail}");
        }

        await SendAsync(
            Plan(failureCase.Send, failureCase.Expect, sameCredential: true),
            where: null,
            cancellationToken
        );
        if (_trap.HasCaught)
        {
            _differences.Add(new(ServerVerdict.Accepted, "the server followed an address that the request named"));
        }

        // A credential that was accepted is used up; what follows would only say that once more.
        if (_differences.Exists(difference => difference.Verdict == ServerVerdict.Accepted))
        {
            return;
        }

        foreach (var step in failureCase.After ?? [])
        {
            await RunAsync(step, isAfterwards: true, cancellationToken);
        }

        if (failureCase is { After: null, NoAfter: null })
        {
            var good = Plan([], new Expectation { Issued = true }, sameCredential: false);
            await SendAsync(good, "afterwards, the good request", cancellationToken);
        }
    }

    public void Dispose()
    {
        _trap.Dispose();
        _own.Dispose();
    }

    private async Task RunAsync(CaseStep step, bool isAfterwards, CancellationToken cancellationToken)
    {
        var request = (RequestStep)step;
        var expect = request.Expect ?? new Expectation { Issued = true };
        for (var time = 0; time < (request.Times ?? 1); time++)
        {
            await SendAsync(
                ServerTest.Plan(
                    ClientFor(request),
                    request.Endpoint ?? planned.Case.Endpoint,
                    request.Send,
                    expect,
                    // When a server marks an assertion as used is its own choice (RFC 7523 §3 (7)): what must succeed has a new one.
                    request.SameCredential && !(isAfterwards && expect.Issued),
                    request.As
                ),
                isAfterwards ? "afterwards" : "before it",
                cancellationToken
            );
        }
    }

    private async Task SendAsync(RequestPlan plan, string? where, CancellationToken cancellationToken)
    {
        var sent = await server.SendAsync(plan, Keys, _values!, cancellationToken);
        if (where is null)
        {
            _got = string.Join("; ", sent.Answers.Select(answer => $"{answer}").Distinct());
        }

        if (sent.Difference is { } difference)
        {
            var expected = ExpectedAnswer.Words(plan.Expect, plan.Endpoint);
            var words = where is null ? difference.Detail : $"{where}: expected {expected}, got {difference.Detail}";
            _differences.Add(
                difference with
                {
                    Verdict =
                        where is null || difference.Verdict == ServerVerdict.Accepted
                            ? difference.Verdict
                            : ServerVerdict.OtherwiseAfterwards,
                    Detail = words,
                }
            );
        }
    }

    private RequestPlan Plan(IReadOnlyList<Changes.RequestChange> changes, Expectation expect, bool sameCredential) =>
        ServerTest.Plan(
            server.Fixture.Clients.Of(planned.Method),
            planned.Case.Endpoint,
            changes,
            expect,
            sameCredential
        );

    private CaseClient ClientFor(RequestStep step)
    {
        var method = step.Method ?? planned.Method;
        return step.ByOther ? server.Fixture.Clients.OtherOf(method) : server.Fixture.Clients.Of(method);
    }
}
