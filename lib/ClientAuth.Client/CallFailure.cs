using System.Net.Sockets;
using System.Security.Authentication;

namespace ClientAuth.Client;

/// <summary>Explains a failed call to a server as an exception: what happened, where, whether the server may have acted, and what to do.</summary>
internal sealed class CallFailure(Uri to, string ifLost)
{
    private const string RefusedCertificate = "If a client certificate was presented, the server may have refused it.";

    private static readonly SocketError[] Unreachable =
    [
        SocketError.ConnectionRefused,
        SocketError.HostNotFound,
        SocketError.TryAgain,
        SocketError.HostUnreachable,
        SocketError.NetworkUnreachable,
    ];

    private static readonly SocketError[] Closed =
    [
        SocketError.ConnectionReset,
        SocketError.ConnectionAborted,
        SocketError.Shutdown,
    ];

    private int? _status;

    /// <summary>From here on a failure cuts the response short; before, the response is missing.</summary>
    public void ResponseBegan(int status) => _status = status;

    public AuthorizationServerException TooLate(TimeSpan limit, Exception error) =>
        new(
            _status is { } status
                ? $"{to} began its answer ({status}) and did not complete it within {limit.TotalSeconds:0.###} s. Check what slows the server down, or allow more time. {ifLost}"
                : $"{to} did not answer within {limit.TotalSeconds:0.###} s. Check that the server runs, or allow it more time. {ifLost}",
            error
        )
        {
            Lost = _status is null ? LostResponse.Late : LostResponse.NotComplete,
        };

    public AuthorizationServerException ConnectionsClosed(Exception error) =>
        new($"The request to {to} was cancelled, because the client closed its connections. {ifLost}", error);

    public AuthorizationServerException Explained(HttpRequestException error) =>
        error.HttpRequestError switch
        {
            HttpRequestError.InvalidResponse => Unreadable("is not HTTP", error),
            HttpRequestError.ConfigurationLimitExceeded => Unreadable("is too long", error),
            _ => NotConnected(error) ?? BrokenOff(error),
        };

    private AuthorizationServerException Unreadable(string how, Exception error) =>
        new($"The answer of {to} {how}. Check that this is the right endpoint of an OAuth server.", error);

    private AuthorizationServerException? NotConnected(Exception error)
    {
        var message = Causes(error)
            .FirstOrDefault(cause =>
                cause is ServerNotTrustedException or AuthenticationException or SocketException
            ) switch
        {
            ServerNotTrustedException untrusted => untrusted.Message,
            HandshakeException handshake =>
                $"The TLS handshake with {to.Authority} failed: {handshake.Message} Nothing of the request was sent. "
                    + "Check that the port speaks TLS 1.2 or 1.3, and that the server accepts the client certificate, if one was presented.",
            SocketException { SocketErrorCode: var code } socket when Unreachable.Contains(code) =>
                $"{to.Authority} cannot be reached: {socket.Message.TrimEnd('.')}. Check that the server runs, and the address.",
            _ => null,
        };
        return message is null
            ? null
            : new AuthorizationServerException(message, error) { RequestMayHaveArrived = false };
    }

    private AuthorizationServerException BrokenOff(HttpRequestException error)
    {
        var what = IsClosed(error) ? "closed the connection" : "broke off the exchange";
        var why = IsClosed(error) ? "" : $": {Causes(error).Last().Message.TrimEnd('.')}";
        return new AuthorizationServerException(
            _status is { } status
                ? $"{to} {what} in the middle of its answer ({status}){why}. {ifLost}"
                : $"{to} {what} before it answered{why}. {ifLost} {RefusedCertificate}",
            error
        )
        {
            Lost = _status is null ? LostResponse.Never : LostResponse.CutOff,
        };
    }

    // Each platform says this in words of its own.
    private static bool IsClosed(HttpRequestException error) =>
        error.HttpRequestError is HttpRequestError.ResponseEnded
        || Causes(error).OfType<SocketException>().Any(cause => Closed.Contains(cause.SocketErrorCode));

    private static IEnumerable<Exception> Causes(Exception error)
    {
        for (var cause = error; cause is not null; cause = cause.InnerException)
        {
            yield return cause;
        }
    }
}

/// <summary>The TLS handshake failed for another reason than the server's certificate.</summary>
internal sealed class HandshakeException(Exception cause) : AuthenticationException(Reason(cause), cause)
{
    // Only the innermost cause says what the peer or the platform's TLS did not like.
    private static string Reason(Exception cause) =>
        cause is AuthenticationException
            ? $"{Innermost(cause).Message.TrimEnd('.')}."
            : "the server closed the connection.";

    private static Exception Innermost(Exception error) => error.InnerException is { } inner ? Innermost(inner) : error;
}
