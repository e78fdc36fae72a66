using ClientAuth.Client.Dpop;

namespace ClientAuth.Client;

/// <summary>Sends one request once and reads the whole response. Every failure on the way becomes an <see cref="AuthorizationServerException"/>.</summary>
/// <param name="http">Sends the request.</param>
/// <param name="deadline">For everything together: connection, handshake, response, down to its last byte.</param>
/// <param name="clock">Runs the deadline.</param>
/// <param name="ifLost">What a response that does not arrive leaves open, in a sentence.</param>
internal sealed class ServerCall(HttpClient http, TimeSpan deadline, TimeProvider clock, string ifLost)
{
    /// <summary>The longest body that is read, in bytes.</summary>
    public const int LargestBody = 1 << 20;

    public async Task<ServerResponse> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var response = await SendForResponseAsync(request, cancellationToken);
        return new ServerResponse(
            request.RequestUri!,
            (int)response.StatusCode,
            response.Content.Headers.ContentType?.MediaType,
            response.Headers.Location?.ToString(),
            RetryAfter(response),
            await response.Content.ReadAsByteArrayAsync(cancellationToken)
        )
        {
            DpopNonce = response.DpopNonce,
            Challenge = response.AttestationChallenge,
        };
    }

    /// <summary>The response as it is, its body read already; the caller disposes of it.</summary>
    public async Task<HttpResponseMessage> SendForResponseAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        var failure = new CallFailure(request.RequestUri!, ifLost);
        using var timer = new CancellationTokenSource(deadline, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellationToken);
        try
        {
            return await ReadAsync(request, failure, either.Token);
        }
        // A connection that is given up may also say that it broke.
        catch (Exception error)
            when (error is OperationCanceledException or HttpRequestException
                && timer.IsCancellationRequested
                && !cancellationToken.IsCancellationRequested
            )
        {
            throw failure.TooLate(deadline, error);
        }
        // An HttpClient has a limit of its own, which may be the shorter one.
        catch (OperationCanceledException error) when (error.InnerException is TimeoutException)
        {
            throw failure.TooLate(http.Timeout, error);
        }
        // Nobody has given up and nothing took too long: the HttpClient was disposed of meanwhile.
        catch (OperationCanceledException error) when (!cancellationToken.IsCancellationRequested)
        {
            throw failure.ConnectionsClosed(error);
        }
        catch (HttpRequestException error)
        {
            throw failure.Explained(error);
        }
    }

    private async Task<HttpResponseMessage> ReadAsync(
        HttpRequestMessage request,
        CallFailure failure,
        CancellationToken cancellationToken
    )
    {
        var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        try
        {
            failure.ResponseBegan((int)response.StatusCode);
            await response.Content.LoadIntoBufferAsync(
                Math.Min(LargestBody, http.MaxResponseContentBufferSize),
                cancellationToken
            );
            return response;
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    // Seconds, or a date that the clocks of both sides may see differently (RFC 9110 §10.2.3).
    private TimeSpan? RetryAfter(HttpResponseMessage response) =>
        response.Headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } when date - clock.GetUtcNow() is var rest => rest > TimeSpan.Zero ? rest : TimeSpan.Zero,
            _ => null,
        };
}
