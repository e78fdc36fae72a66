using ClientAuth.FailureCases.Catalogue;
using ClientAuth.FailureCases.Changes;
using ClientAuth.FailureCases.Fixtures;
using ClientAuth.FailureCases.Judging;
using ClientAuth.FailureCases.Running;
using ClientAuth.FailureCases.Values;
using ClientAuth.FailureCases.Wire;
using ClientAuth.MockServer;

namespace ClientAuth.FailureCases;

/// <summary>Turns a case into requests to a real server, over real sockets and TLS, and judges the responses.</summary>
/// <param name="fixture">Authorities, keys and clients, which cases share.</param>
/// <param name="alter">A last change to each server's options, for tests that switch something off.</param>
public sealed class CaseRunner(
    CaseFixture fixture,
    Func<AuthorizationServerOptions, AuthorizationServerOptions>? alter = null
)
{
    /// <summary>In place of the room's own connection: another TLS client, for tests that prove the cases with one.</summary>
    internal Func<WireRequest, CancellationToken, Task<WireOutcome>>? Sender { get; init; }

    /// <summary>Runs a case with the standard client of one method, at a server of its own.</summary>
    /// <returns>What happened and what was not as expected. A case that cannot be run is a problem too.</returns>
    /// <exception cref="ArgumentException">The case is not for this method.</exception>
    public async Task<CaseResult> RunAsync(FailureCase failureCase, string method, CancellationToken cancellationToken)
    {
        if (!failureCase.Methods.Contains(method))
        {
            throw new ArgumentException(
                $"The case {failureCase.Id} is not for {method}, but for {string.Join(", ", failureCase.Methods)}.",
                nameof(method)
            );
        }

        try
        {
            return failureCase.Expect.Registration is { } reason
                ? await RegisterAsync(failureCase, method, reason, cancellationToken)
                : await SendAsync(failureCase, method, cancellationToken);
        }
        catch (Exception error) when (error is UnusableCaseException or ArgumentException or FormatException)
        {
            return new CaseResult(failureCase, method, [], [$"the case cannot be run: {error.Message}"]);
        }
    }

    private async Task<CaseResult> SendAsync(
        FailureCase failureCase,
        string method,
        CancellationToken cancellationToken
    )
    {
        var clock = new CaseClock(fixture.Now);
        await using var host = failureCase.JwksHost is null
            ? null
            : await CaseJwksHost.StartAsync(fixture, method, cancellationToken);
        var values = CaseValues.Of(fixture, fixture.Keys, clock, host);
        host?.Publish(failureCase.JwksHost!, values);
        var client = Registered(failureCase, method, values);
        await using var nodes = await StartAsync(failureCase, client, clock, host, cancellationToken);
        using var run = new CaseRun(fixture, client, failureCase.Endpoint, clock, host, nodes, Sender);
        foreach (var step in failureCase.Before)
        {
            await step.RunAsync(run, CaseExchange.Before, cancellationToken);
        }

        var plan = Plan(failureCase, client, failureCase.Send, failureCase.Expect, sameCredential: true);
        await run.SendAsync(CaseExchange.Sent, plan, cancellationToken);
        foreach (var step in failureCase.After ?? [])
        {
            await step.RunAsync(run, CaseExchange.After, cancellationToken);
        }

        if (failureCase is { After: null, NoAfter: null })
        {
            await SendMendedAsync(run, failureCase, client, cancellationToken);
        }

        return new CaseResult(failureCase, method, run.Exchanges, run.Problems);
    }

    // The registration is what is wrong. Afterwards the standard client must be accepted.
    private async Task<CaseResult> RegisterAsync(
        FailureCase failureCase,
        string method,
        string reason,
        CancellationToken cancellationToken
    )
    {
        var clock = new CaseClock(fixture.Now);
        var standard = fixture.Clients.Of(method);
        string? refusal = null;
        try
        {
            var client = Registered(failureCase, method, CaseValues.Of(fixture, fixture.Keys, clock, host: null));
            await using var accepted = await StartAsync(failureCase, client, clock, null, cancellationToken);
        }
        catch (ArgumentException error)
        {
            refusal = error.Message;
        }

        await using var nodes = await StartAsync(failureCase, standard, clock, null, cancellationToken);
        using var run = new CaseRun(fixture, standard, failureCase.Endpoint, clock, jwksHost: null, nodes, Sender);
        await SendMendedAsync(run, failureCase, standard, cancellationToken);
        var problems = run.Problems;
        if (refusal?.Contains(reason, StringComparison.Ordinal) is not true)
        {
            var problem = $"expected a refusal of the registration that says '{reason}'; saw {refusal ?? "none"}";
            problems = [problem, .. problems];
        }

        return new CaseResult(failureCase, method, run.Exchanges, problems);
    }

    // The same credential without the changes: a refusal has not used it up. After a success, the next request.
    private static Task SendMendedAsync(
        CaseRun run,
        FailureCase failureCase,
        CaseClient client,
        CancellationToken cancellationToken
    )
    {
        var expect = new Expectation { Issued = true };
        var plan = Plan(failureCase, client, [], expect, sameCredential: !failureCase.Expect.Issued);
        return run.SendAsync(CaseExchange.After, plan, cancellationToken);
    }

    private static RequestPlan Plan(
        FailureCase failureCase,
        CaseClient client,
        IReadOnlyList<RequestChange> changes,
        Expectation expect,
        bool sameCredential
    ) => new(client, failureCase.Endpoint, sameCredential, changes, expect, As: null);

    private CaseClient Registered(FailureCase failureCase, string method, Placeholders values) =>
        ChangedClient.Of(fixture.Clients.Of(method), failureCase.Alg, failureCase.Key, failureCase.Registered, values);

    private Task<ServerNodes> StartAsync(
        FailureCase failureCase,
        CaseClient client,
        CaseClock clock,
        CaseJwksHost? host,
        CancellationToken cancellationToken
    )
    {
        var others = fixture.Clients.Registrations.Where(other =>
            other.ClientId != fixture.Clients.Of(client.Method).Id
        );
        var options = fixture.Options(clock, [client.Registration, .. others]);
        options = host is null
            ? options
            : options with
            {
                KeySets = options.KeySets with
                {
                    JwksUriOrigins = [host.Origin],
                    JwksUriAuthorities = [fixture.Authority.Certificate],
                },
            };
        options = failureCase.Server?.Apply(options) ?? options;
        options = failureCase.Server?.Registration?.Apply(options) ?? options;
        options = failureCase.Server?.Devices?.Apply(options, fixture) ?? options;
        options = failureCase.Server?.Certificates?.Apply(options, fixture) ?? options;
        return ServerNodes.StartAsync(
            alter?.Invoke(options) ?? options,
            fixture.Keys.CopyOfServerKey(),
            failureCase.Server,
            cancellationToken
        );
    }
}
