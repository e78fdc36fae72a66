using System.Globalization;
using System.Net;
using ClientAuth.Client;
using ClientAuth.Credentials;
using ClientAuth.MockServer.Faults;
using ClientAuth.Protocol;
using ClientAuth.Protocol.Recording;

namespace ClientAuth.Lab.Exercises;

/// <summary>What came of a learner's way to ask for a token, at a server that misbehaves: what it returned, and what the server saw.</summary>
/// <param name="Outcome">What was returned, or null.</param>
/// <param name="Error">What was thrown, or null.</param>
/// <param name="IsInTime">Whether it ended, and asked no more when the patience was over.</param>
/// <param name="Requests">What reached the server meanwhile.</param>
internal sealed record RequestTrial(
    TokenOutcome? Outcome,
    Exception? Error,
    bool IsInTime,
    IReadOnlyList<RecordedExchange> Requests
)
{
    private const string ClientId = "app";

    // On the clock of the trial: how long a request takes that is answered or broken off, and one that is not answered.
    private static readonly TimeSpan Answered = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan Deadline = TimeSpan.FromMilliseconds(400);
    private static readonly TimeSpan Ample = TimeSpan.FromSeconds(10);

    // On the machine's, for an answer that waits for something that never comes.
    private static readonly TimeSpan NeverEnds = TimeSpan.FromMinutes(1);

    /// <summary>Whether no two requests held the same assertion.</summary>
    public bool HasEachJtiOnce
    {
        get
        {
            var ids = Requests.Select(JtiOf).ToList();
            return ids.Distinct(StringComparer.Ordinal).Count() == ids.Count;
        }
    }

    /// <summary>What was sent, and how it ended.</summary>
    public string Summary =>
        $"{Count(Requests.Count)}, and in the end "
        + (
            !IsInTime ? "no end when the patience was over"
            : Error is not null ? Error.GetType().Name
            : Outcome switch
            {
                null => "null",
                TokenOutcome.Issued => "a token",
                _ => "a refusal",
            }
        );

    /// <summary>Whether it ended without an outcome and without an exception.</summary>
    public bool SaysNothing => Outcome is null && Error is null && IsInTime;

    /// <summary>So many requests, in words.</summary>
    public static string Count(int requests) =>
        string.Create(CultureInfo.InvariantCulture, $"{requests} {(requests == 1 ? "request" : "requests")}");

    /// <summary>Whether it does nothing at all, as the stub.</summary>
    public static bool IsEmpty(Func<TokenClient, Patience, Task<TokenOutcome>> ask)
    {
        // Only the stub has no task to give. What another answer began never ends, and is forgotten.
        var http = new HttpClient(new NoNetwork()) { Timeout = Timeout.InfiniteTimeSpan };
        var method = new ClientAuthenticationMethodConfiguration.SignedJwt.Symmetric(NewClientSecret.Generate());
        var server = new AuthorizationServerMetadata
        {
            Issuer = "https://localhost",
            TokenEndpoint = "https://localhost/token",
            JwksUri = "https://localhost/jwks",
        };
        var client = new TokenClient(http, server, ClientId, method, TimeProvider.System)
        {
            Deadline = Timeout.InfiniteTimeSpan,
        };
        return ask(client, new Patience(Ample, Answered)) is not { } asking || !IsObserved(asking);
    }

    /// <summary>At a server that does what it should.</summary>
    public static Task<RequestTrial> OfAsync(
        Func<TokenClient, Patience, Task<TokenOutcome>> ask,
        CancellationToken cancellationToken
    ) => RunAsync(ask, isStranger: false, fault: null, times: null, Ample, cancellationToken);

    /// <summary>At a server that loses its first response, and no other.</summary>
    public static Task<RequestTrial> OfALostResponseAsync(
        Func<TokenClient, Patience, Task<TokenOutcome>> ask,
        CancellationToken cancellationToken
    ) => RunAsync(ask, isStranger: false, new Fault.Reset(FaultMoment.AfterActing), times: 1, Ample, cancellationToken);

    /// <summary>At a server that goes on misbehaving.</summary>
    public static Task<RequestTrial> OfTroubleAsync(
        Func<TokenClient, Patience, Task<TokenOutcome>> ask,
        Fault fault,
        TimeSpan patience,
        CancellationToken cancellationToken
    ) => RunAsync(ask, isStranger: false, fault, times: null, patience, cancellationToken);

    /// <summary>With another secret than the registered one.</summary>
    public static Task<RequestTrial> OfStrangerAsync(
        Func<TokenClient, Patience, Task<TokenOutcome>> ask,
        CancellationToken cancellationToken
    ) => RunAsync(ask, isStranger: true, fault: null, times: null, Ample, cancellationToken);

    private static async Task<RequestTrial> RunAsync(
        Func<TokenClient, Patience, Task<TokenOutcome>> ask,
        bool isStranger,
        Fault? fault,
        int? times,
        TimeSpan patience,
        CancellationToken cancellationToken
    )
    {
        await using var lab = await LessonLab.OpenAsync(Registration);
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
        try
        {
            await asking.WaitAsync(NeverEnds, cancellationToken);
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            // How it ended is looked at below.
        }

        await ended.CancelAsync();
        lab.Server.Faults.Clear();
        return new RequestTrial(
            asking.IsCompletedSuccessfully ? await asking : null,
            asking.IsCanceled ? new TaskCanceledException(asking) : asking.Exception?.InnerException,
            asking.IsCompleted && !left.WasOverrun,
            lab.Server.Exchanges.Snapshot()
        );
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

    private static string? JtiOf(RecordedExchange exchange)
    {
        var assertion = exchange
            .Request.Body.Split('&')
            .FirstOrDefault(part => part.StartsWith($"{TokenParameters.ClientAssertion}=", StringComparison.Ordinal));
        return assertion is null
            ? null
            : DecodedJwt.Parse(WebUtility.UrlDecode(assertion[(assertion.IndexOf('=') + 1)..])).ClaimString("jti");
    }

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
