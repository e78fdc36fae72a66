using System.Globalization;
using System.Net.Sockets;
using ClientAuth.FailureCases.Tester.Discovery;
using ClientAuth.FailureCases.Tester.Verdicts;
using ClientAuth.FailureCases.Values;
using ClientAuth.FailureCases.Wire;
using ClientAuth.Protocol;

namespace ClientAuth.FailureCases.Tester.Running;

/// <summary>The one way to the tested server: to allowed origins only, at the agreed pace, and each request with an end.</summary>
/// <param name="wire">Sends a request.</param>
/// <param name="origins">Where requests may go.</param>
/// <param name="pace">How fast.</param>
/// <param name="clock">For deadlines, and for pauses that the server asks for.</param>
internal sealed class ServerConnection(
    Func<WireRequest, CancellationToken, Task<WireOutcome>> wire,
    Origins origins,
    Pace pace,
    TimeProvider clock
)
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(2);

    private int _requests;

    /// <summary>How many requests were sent.</summary>
    public int Requests => _requests;

    /// <summary>The DPoP nonce of the latest response that had one (RFC 9449 §8.2).</summary>
    public string? DpopNonce { get; private set; }

    /// <summary>Sends a request.</summary>
    /// <exception cref="UnusableCaseException">It would go elsewhere than to the server.</exception>
    /// <exception cref="NotAnsweredException">The server cannot be reached, or gave no answer in time.</exception>
    public async Task<WireOutcome> SendAsync(WireRequest request, CancellationToken cancellationToken)
    {
        CheckAddress(request);
        await pace.WaitAsync(cancellationToken);
        return await SendNowAsync(request, cancellationToken);
    }

    /// <summary>Sends a request several times at once, and then rests as long as that many take one by one.</summary>
    /// <exception cref="UnusableCaseException">It would go elsewhere than to the server.</exception>
    public async Task<IReadOnlyList<WireOutcome>> SendAtOnceAsync(
        WireRequest request,
        int times,
        CancellationToken cancellationToken
    )
    {
        CheckAddress(request);
        await pace.WaitAsync(cancellationToken, times);
        return await Task.WhenAll(Enumerable.Range(0, times).Select(_ => SendNowAsync(request, cancellationToken)));
    }

    private void CheckAddress(WireRequest request)
    {
        if (!origins.Allow(request.Address))
        {
            throw new UnusableCaseException(
                $"the server names an address at {Origins.Of(request.Address)}, which is not allowed"
            );
        }

        if (!request.OverTls && !request.Address.IsLoopback)
        {
            throw new UnusableCaseException("it would send a credential in clear over the network");
        }
    }

    private async Task<WireOutcome> SendNowAsync(WireRequest request, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _requests);
        using var limit = new CancellationTokenSource(Deadline, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        WireOutcome outcome;
        try
        {
            outcome = await wire(request, both.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // A server that hangs has neither accepted nor refused.
            throw new NotAnsweredException(
                string.Create(CultureInfo.InvariantCulture, $"no answer came within {Deadline.TotalSeconds:0} s")
            );
        }
        catch (SocketException error)
        {
            throw new NotAnsweredException($"{Origins.Of(request.Address)} cannot be reached: {error.Message}");
        }

        DpopNonce = (outcome as WireOutcome.Responded)?.Response.Header(ProofHeaders.DpopNonce) ?? DpopNonce;
        return outcome;
    }

    /// <summary>Waits as long as the server asks for (RFC 6585 §4), if it does. The request must be made anew: an assertion does not last.</summary>
    /// <returns>Whether it did.</returns>
    public async Task<bool> PauseAsync(IReadOnlyList<WireOutcome> outcomes, CancellationToken cancellationToken)
    {
        if (outcomes is not [var outcome] || PauseAfter(outcome) is not { } pause)
        {
            return false;
        }

        await Task.Delay(pause, clock, cancellationToken);
        return true;
    }

    /// <summary>Whether the server had no time for a request (RFC 6585 §4, RFC 9110 §15.6.4): that says nothing of what was sent.</summary>
    public static bool IsOverload(WireOutcome outcome) =>
        outcome is WireOutcome.Responded { Response.Status: 429 or 503 };

    private static TimeSpan? PauseAfter(WireOutcome outcome) =>
        IsOverload(outcome)
        && outcome is WireOutcome.Responded { Response: var response }
        && int.TryParse(
            response.Header("Retry-After"),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var seconds
        )
        && TimeSpan.FromSeconds(seconds) is var pause
        && pause <= LongestPause
            ? pause
            : null;
}
