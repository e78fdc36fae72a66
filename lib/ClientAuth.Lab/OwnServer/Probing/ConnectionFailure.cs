using System.Net.Sockets;
using ClientAuth.Client;

namespace ClientAuth.Lab.OwnServer.Probing;

/// <summary>
/// Says why no answer came, and what to look at: the server's certificate, if that is not trusted, else the innermost cause.
/// </summary>
internal static class ConnectionFailure
{
    public static string Words(Exception error)
    {
        var causes = Causes(error).ToList();
        return causes.OfType<ServerNotTrustedException>().FirstOrDefault() is { } untrusted
                ? $"{untrusted.Message} If a private authority issued its certificate, name that authority's PEM file as ca_certificate."
            : causes.OfType<SocketException>().FirstOrDefault() is { } socket
                ? $"{socket.Message.TrimEnd('.')}. {Advice(socket.SocketErrorCode)}"
            : causes[^1].Message;
    }

    private static string Advice(SocketError error) =>
        error switch
        {
            SocketError.ConnectionRefused => "Nothing listens there: is the server running, and is the port right?",
            SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain =>
                "Is the host's name right, and does this machine know it (a VPN, a company's DNS)?",
            _ => "Can this machine reach that address, without a proxy?",
        };

    private static IEnumerable<Exception> Causes(Exception error)
    {
        for (var cause = error; cause is not null; cause = cause.InnerException)
        {
            yield return cause;
        }
    }
}
