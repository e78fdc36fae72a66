using ClientAuth.FailureCases.Drafts;
using ClientAuth.FailureCases.Laboratory;
using ClientAuth.FailureCases.Running;
using ClientAuth.FailureCases.Wire;
using ClientAuth.MockServer;

namespace ClientAuth.FailureCases;

/// <summary>Turns a case into requests to a real server, over real sockets and TLS, and judges the answers.</summary>
/// <param name="lab">Authorities, keys and clients, which cases share.</param>
/// <param name="alter">A last change to each server's options, for tests that switch something off.</param>
public sealed class CaseRunner(CaseLab lab, Func<AuthorizationServerOptions, AuthorizationServerOptions>? alter = null)
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
        var clock = new CaseClock(lab.Now);
        await using var host = await CaseJwksHost.StartAsync(failureCase, method, lab, cancellationToken);
        var values = CaseValues.Of(lab, lab.Keys, clock, host);
        host?.Publish(failureCase.JwksHost!, values);
        var client = ChangedClient.Of(failureCase, lab.Clients.Of(method), values);
        await using var nodes = await StartAsync(failureCase, client, clock, host, cancellationToken);
        using var run = new CaseRun(failureCase, client, lab, clock, host, nodes) { Sender = Sender };
        await run.RunAsync(cancellationToken);
        return run.Result;
    }

    // The registration is what is wrong; afterwards the client's usual one must do.
    private async Task<CaseResult> RegisterAsync(
        FailureCase failureCase,
        string method,
        string reason,
        CancellationToken cancellationToken
    )
    {
        var clock = new CaseClock(lab.Now);
        var standard = lab.Clients.Of(method);
        string? refusal = null;
        try
        {
            var client = ChangedClient.Of(failureCase, standard, CaseValues.Of(lab, lab.Keys, clock, host: null));
            await using var accepted = await StartAsync(failureCase, client, clock, null, cancellationToken);
        }
        catch (ArgumentException error)
        {
            refusal = error.Message;
        }

        await using var nodes = await StartAsync(failureCase, standard, clock, null, cancellationToken);
        using var run = new CaseRun(failureCase, standard, lab, clock, jwksHost: null, nodes) { Sender = Sender };
        await run.SendMendedAsync(cancellationToken);
        return refusal?.Contains(reason, StringComparison.Ordinal) is true
            ? run.Result
            : run.Result with
            {
                Problems =
                [
                    $"expected a refusal of the registration that says '{reason}'; saw {refusal ?? "none"}",
                    .. run.Result.Problems,
                ],
            };
    }

    private Task<ServerNodes> StartAsync(
        FailureCase failureCase,
        CaseClient client,
        CaseClock clock,
        CaseJwksHost? host,
        CancellationToken cancellationToken
    )
    {
        var others = lab.Clients.Registrations.Where(other => other.ClientId != lab.Clients.Of(client.Method).Id);
        var options = lab.Options(clock, [client.Registration, .. others]);
        options = host is null
            ? options
            : options with
            {
                JwksUriOrigins = [host.Origin],
                JwksUriAuthorities = [lab.Authority.Certificate],
            };
        options = failureCase.Server?.Apply(options) ?? options;
        options = failureCase.Server?.Registration?.Apply(options) ?? options;
        options = failureCase.Server?.Devices?.Apply(options, lab) ?? options;
        options = failureCase.Server?.Certificates?.Apply(options, lab) ?? options;
        return ServerNodes.StartAsync(
            alter?.Invoke(options) ?? options,
            lab.Keys.CopyOfServerKey(),
            failureCase.Server,
            cancellationToken
        );
    }
}
