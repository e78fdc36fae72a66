using ClientAuth.FailureCases.Changes;
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
internal sealed class CaseAttempt : IDisposable
{
    // A server remembers the jti of a proof by its key: two cases with one key would meet.
    private const string SecondKey = "second";

    private readonly TestedServer _server;
    private readonly PlannedRun _planned;
    private readonly RequestTrap _trap = new();
    private readonly CaseKeys _own = new();
    private readonly List<Difference> _differences = [];
    private readonly Placeholders _values;
    private string _got = "";
    private bool _credentialIsOut;
    private bool _isAnsweredOtherwise;

    /// <param name="server">The server.</param>
    /// <param name="planned">The case and the method.</param>
    public CaseAttempt(TestedServer server, PlannedRun planned)
    {
        (_server, _planned) = (server, planned);
        _values = server.ValuesOfCase(Keys, _trap);
    }

    private enum Phase
    {
        Before,
        Own,
        After,
    }

    private CaseKeys Keys =>
        _server.Fixture.Keys.With(name => name is CaseKeys.Dpop or SecondKey ? _own.Find(name) : null);

    /// <summary>What became of it so far: the verdict, the answer to the case's own request, and what differs.</summary>
    public (ServerVerdict Verdict, string Got, string? Detail) Outcome
    {
        get
        {
            // What was accepted weighs more than what came of it afterwards.
            var worst = _trap.HasCaught
                ? new Difference(ServerVerdict.Accepted, "the server followed an address that the request named")
                : Accepted ?? _differences.FirstOrDefault();
            return (worst?.Verdict ?? ServerVerdict.Held, _got, worst?.Detail);
        }
    }

    /// <summary>Whether what was found stands though it ended early: something was accepted, or its own request was answered otherwise.</summary>
    public bool HasVerdict => _trap.HasCaught || Accepted is not null || _isAnsweredOtherwise;

    private Difference? Accepted => _differences.Find(difference => difference.Verdict == ServerVerdict.Accepted);

    /// <summary>Sends all of it; what it finds is in <see cref="Outcome"/>, also where it ends early.</summary>
    /// <exception cref="UnusableCaseException">It cannot be made with these clients.</exception>
    /// <exception cref="NotAnsweredException">The server gave no answer, or had no time.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var failureCase = _planned.Case;
        await RunAsync(failureCase.Before, Phase.Before, cancellationToken);
        if (_differences.Find(difference => difference.Verdict != ServerVerdict.Accepted) is { } unprepared)
        {
            throw new UnusableCaseException($"what prepares it was answered otherwise: {unprepared.Detail}");
        }

        await SendAsync(Good(failureCase.Send, failureCase.Expect, sameCredential: true), Phase.Own, cancellationToken);
        // A credential that was accepted is used up; what follows would only say that once more.
        if (Accepted is not null)
        {
            return;
        }

        await RunAsync(failureCase.After ?? [], Phase.After, cancellationToken);
        if (failureCase is { After: null, NoAfter: null })
        {
            var good = Good([], new Expectation { Issued = true }, sameCredential: false);
            await SendAsync(good, Phase.After, cancellationToken);
        }
    }

    public void Dispose()
    {
        _trap.Dispose();
        _own.Dispose();
    }

    private async Task RunAsync(IEnumerable<CaseStep> steps, Phase phase, CancellationToken cancellationToken)
    {
        // Applicability leaves cases with other steps out.
        foreach (var step in steps.Cast<RequestStep>())
        {
            var expect = step.Expect ?? new Expectation { Issued = true };
            // When a server marks an assertion as used is its own choice (RFC 7523 §3 (7)): what must succeed has a new one.
            var same = step.SameCredential && !(phase == Phase.After && expect.Issued);
            var endpoint = step.Endpoint ?? _planned.Case.Endpoint;
            for (var time = 0; time < (step.Times ?? 1); time++)
            {
                await SendAsync(
                    new RequestPlan(ClientFor(step), endpoint, same, step.Send, expect, step.As),
                    phase,
                    cancellationToken
                );
            }
        }
    }

    private async Task SendAsync(RequestPlan plan, Phase phase, CancellationToken cancellationToken)
    {
        var isFirst = plan.SameCredential && !_credentialIsOut;
        _credentialIsOut |= plan.SameCredential;
        var sent = await _server.SendAsync(plan, Keys, _values, isFirst, cancellationToken);
        if (phase == Phase.Own)
        {
            _got = string.Join("; ", sent.Answers.Select(answer => $"{answer}").Distinct());
        }

        if (sent.Difference is { } difference)
        {
            _isAnsweredOtherwise |= phase == Phase.Own;
            _differences.Add(phase == Phase.Own ? difference : Around(difference, plan, phase));
        }
    }

    private static Difference Around(Difference difference, RequestPlan plan, Phase phase)
    {
        var when = phase == Phase.Before ? "before it" : "afterwards";
        var expected = ExpectedAnswer.Words(plan.Expect, plan.Endpoint);
        var verdict =
            difference.Verdict == ServerVerdict.Accepted ? ServerVerdict.Accepted : ServerVerdict.OtherwiseAfterwards;
        return new Difference(verdict, $"{when}: expected {expected}, got {difference.Detail}");
    }

    private RequestPlan Good(IReadOnlyList<RequestChange> changes, Expectation expect, bool sameCredential) =>
        new(
            _server.Fixture.Clients.Of(_planned.Method),
            _planned.Case.Endpoint,
            sameCredential,
            changes,
            expect,
            As: null
        );

    private CaseClient ClientFor(RequestStep step)
    {
        var method = step.Method ?? _planned.Method;
        return step.ByOther ? _server.Fixture.Clients.OtherOf(method) : _server.Fixture.Clients.Of(method);
    }
}
