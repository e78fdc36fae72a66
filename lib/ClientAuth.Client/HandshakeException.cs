using System.Security.Authentication;

namespace ClientAuth.Client;

/// <summary>No TLS connection came about, for another reason than the server's certificate.</summary>
internal sealed class HandshakeException(Exception cause) : AuthenticationException(Reason(cause), cause)
{
    // Only the innermost cause says what the peer or the platform's TLS did not like.
    private static string Reason(Exception cause) =>
        cause is AuthenticationException
            ? $"{Innermost(cause).Message.TrimEnd('.')}."
            : "the server closed the connection.";

    private static Exception Innermost(Exception error) => error.InnerException is { } inner ? Innermost(inner) : error;
}
