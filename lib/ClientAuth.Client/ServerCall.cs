using System.Net.Sockets;
using System.Security.Authentication;

namespace ClientAuth.Client;

/// <summary>Sends one request and reads the answer; whatever goes wrong on the way becomes one clear exception.</summary>
internal sealed class ServerCall(HttpClient http, TimeSpan deadline, TimeProvider clock)
{
    public async Task<ServerAnswer> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var to = request.RequestUri!;
        using var timer = new CancellationTokenSource(deadline, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellationToken);
        try
        {
            using var response = await http.SendAsync(request, either.Token);
            var body = await response.Content.ReadAsByteArrayAsync(either.Token);
            return new ServerAnswer(
                to,
                (int)response.StatusCode,
                response.Content.Headers.ContentType?.MediaType,
                response.Headers.Location?.ToString(),
                body
            );
        }
        catch (OperationCanceledException error) when (!cancellationToken.IsCancellationRequested)
        {
            // An HttpClient has a limit of its own, which may be the shorter one.
            var limit = timer.IsCancellationRequested ? deadline : http.Timeout;
            throw new AuthorizationServerException(
                $"{to} did not answer within {limit.TotalSeconds:0.###} s. Check that the server runs, or allow it more time.",
                error
            );
        }
        catch (HttpRequestException error)
        {
            throw Explained(to, error);
        }
    }

    private static AuthorizationServerException Explained(Uri to, HttpRequestException error)
    {
        if (error.HttpRequestError is HttpRequestError.ConfigurationLimitExceeded or HttpRequestError.InvalidResponse)
        {
            var how = error.HttpRequestError is HttpRequestError.InvalidResponse ? "is no HTTP" : "is too long";
            return new AuthorizationServerException(
                $"What {to} answered {how}. Check that this is the right endpoint of an OAuth server.",
                error
            );
        }

        var message = Causes(error)
            .FirstOrDefault(cause =>
                cause is ServerNotTrustedException or AuthenticationException or SocketException
            ) switch
        {
            ServerNotTrustedException untrusted => untrusted.Message,
            AuthenticationException handshake =>
                $"The TLS handshake with {to.Authority} failed: {Causes(handshake).Last().Message} "
                    + "If a client certificate was presented, the server may have refused it.",
            SocketException { SocketErrorCode: SocketError.ConnectionRefused or SocketError.HostNotFound } socket =>
                $"{to.Authority} cannot be reached: {socket.Message.TrimEnd('.')}. Check that the server runs, and the address.",
            _ => $"{to} broke off the exchange: {Causes(error).Last().Message} "
                + "If a client certificate was presented, the server may have refused it.",
        };
        return new AuthorizationServerException(message, error);
    }

    private static IEnumerable<Exception> Causes(Exception error)
    {
        for (var cause = error; cause is not null; cause = cause.InnerException)
        {
            yield return cause;
        }
    }
}
