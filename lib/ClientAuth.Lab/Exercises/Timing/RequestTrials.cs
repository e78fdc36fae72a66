using ClientAuth.Client;
using ClientAuth.Credentials;
using ClientAuth.Lab.Testbeds;
using ClientAuth.MockServer.Faults;
using ClientAuth.Protocol;

namespace ClientAuth.Lab.Exercises.Timing;

/// <summary>Tries a learner's way to ask for a token, at servers that misbehave in one way each.</summary>
/// <param name="machineClock">Tells when an answer that does not end is given up.</param>
internal sealed class RequestTrials(TimeProvider machineClock)
{
    private const string ClientId = "app";

    // On the clock of the trial: how long a request takes that is answered or broken off, and one that is not answered.
    private static readonly TimeSpan Answered = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan Deadline = TimeSpan.FromMilliseconds(400);
    private static readonly TimeSpan Ample = TimeSpan.FromMinutes(1);

    // On the machine's clock, for an answer that waits for something else than the patience.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    /// <summary>Whether it does nothing at all, as the stub.</summary>
    public static bool IsEmpty(Func<TokenClient, Patience, Task<TokenOutcome>> ask)
    {
        // Only the stub has no task to give. What another answer began never ends, and is forgotten.
        using var noNetwork = new NoNetwork();
        var client = WithoutServer(noNetwork, TimeProvider.System, Timeout.InfiniteTimeSpan);
        return ask(client, new Patience(Ample, Answered)) is not { } asking || !IsObserved(asking);
    }

    /// <summary>At a server that does what it should.</summary>
    public Task<RequestTrial> OfAsync(
        Func<TokenClient, Patience, Task<TokenOutcome>> ask,
        CancellationToken cancellationToken
    ) => RunAsync(ask, isStranger: false, fault: null, times: null, Ample, cancellationToken);

    /// <summary>At a server that loses so many responses, and then no more.</summary>
    public Task<RequestTrial> OfLostResponsesAsync(
        Func<TokenClient, Patience, Task<TokenOutcome>> ask,
        int lost,
        CancellationToken cancellationToken
    ) => RunAsync(ask, isStranger: false, new Fault.Reset(FaultMoment.AfterActing), lost, Ample, cancellationToken);

    /// <summary>At a server that goes on misbehaving.</summary>
    public Task<RequestTrial> OfTroubleAsync(
        Func<TokenClient, Patience, Task<TokenOutcome>> ask,
        Fault fault,
        TimeSpan patience,
        CancellationToken cancellationToken
    ) => RunAsync(ask, isStranger: false, fault, times: null, patience, cancellationToken);

    /// <summary>With another secret than the registered one.</summary>
    public Task<RequestTrial> OfStrangerAsync(
        Func<TokenClient, Patience, Task<TokenOutcome>> ask,
        CancellationToken cancellationToken
    ) => RunAsync(ask, isStranger: true, fault: null, times: null, Ample, cancellationToken);

    /// <summary>Whether the first request ends as soon as the patience does, and not only at its own deadline.</summary>
    public async Task<bool> EndsRequestWithPatienceAsync(
        Func<TokenClient, Patience, Task<TokenOutcome>> ask,
        CancellationToken cancellationToken
    )
    {
        using var patience = new Patience(Ample, Answered);
        var clock = new DeadlineClock(machineClock);
        using var server = new SilentServer(patience, clock);
        await HasEndedAsync(ask(WithoutServer(server, clock, Deadline), patience), cancellationToken);
        return server.SawRequestEnd;
    }

    private async Task<RequestTrial> RunAsync(
        Func<TokenClient, Patience, Task<TokenOutcome>> ask,
        bool isStranger,
        Fault? fault,
        int? times,
        TimeSpan patience,
        CancellationToken cancellationToken
    )
    {
        await using var lab = await Testbed.StartAsync(Registration);
        using var left = new Patience(patience, fault is Fault.Late ? Deadline : Answered);
        var clock = new DeadlineClock(lab.Clock);
        var secret = isStranger ? NewClientSecret.Generate() : lab.Client(ClientId).Secret!;
        var client = new TokenClient(
            lab.CreateHttpClient(),
            lab.Server.Metadata,
            ClientId,
            new ClientAuthenticationMethodConfiguration.SignedJwt.Symmetric(secret),
            clock
        )
        {
            Deadline = Deadline,
            OnPhase = _ => left.BeginRequest(),
        };
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        if (fault is not null)
        {
            _ = PassDeadlinesAsync(lab.Server.Faults, clock, ended.Token);
            lab.Server.Faults.Add(FaultPoint.Token, fault, times);
        }

        var asking = ask(client, left);
        var hasEnded = await HasEndedAsync(asking, cancellationToken);
        await ended.CancelAsync();
        lab.Server.Faults.Clear();
        var trial = new RequestTrial(
            asking.IsCompletedSuccessfully ? await asking : null,
            asking.IsCanceled ? new TaskCanceledException(asking) : asking.Exception?.InnerException,
            hasEnded && !left.WasOverrun,
            lab.Server.Exchanges.Snapshot()
        )
        {
            IsStuck = !hasEnded && !left.WasOverrun,
            Waits = hasEnded ? left.Waits : [],
        };
        // Who asks on after that, or listens to the patience, ends.
        left.RunOut();
        return trial;
    }

    // However it ends, if it does.
    private async Task<bool> HasEndedAsync(Task asking, CancellationToken cancellationToken)
    {
        try
        {
            await asking.WaitAsync(Longest, machineClock, cancellationToken);
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            // What it threw is looked at where it matters.
        }

        return asking.IsCompleted;
    }

    // What the server does not answer ends at the client's deadline, as soon as the request is there.
    private static async Task PassDeadlinesAsync(FaultScript faults, DeadlineClock clock, CancellationToken ended)
    {
        for (var next = faults.NextAsync(ended); ; )
        {
            var struck = await next;
            // Before the deadline is over, for the next request may come at once.
            next = faults.NextAsync(ended);
            if (struck.Fault is Fault.Late)
            {
                clock.Elapse();
            }
        }
    }

    private static ClientMetadata Registration =>
        new()
        {
            ClientId = ClientId,
            TokenEndpointAuthMethod = TokenEndpointAuthMethods.ClientSecretJwt,
            TokenEndpointAuthSigningAlg = SignatureAlgorithms.HS256,
            Scope = "read write",
        };

    private static TokenClient WithoutServer(HttpMessageHandler network, TimeProvider clock, TimeSpan deadline) =>
        new(
            new HttpClient(network) { Timeout = Timeout.InfiniteTimeSpan },
            new AuthorizationServerMetadata
            {
                Issuer = "https://localhost",
                TokenEndpoint = "https://localhost/token",
                JwksUri = "https://localhost/jwks",
            },
            ClientId,
            new ClientAuthenticationMethodConfiguration.SignedJwt.Symmetric(NewClientSecret.Generate()),
            clock
        )
        {
            Deadline = deadline,
        };

    // What goes wrong with nobody there is no news.
    private static bool IsObserved(Task task)
    {
        task.ContinueWith(
            done => done.Exception,
            CancellationToken.None,
            TaskContinuationOptions.None,
            TaskScheduler.Default
        );
        return true;
    }

    private sealed class NoNetwork : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        ) => new TaskCompletionSource<HttpResponseMessage>().Task.WaitAsync(cancellationToken);
    }
}
