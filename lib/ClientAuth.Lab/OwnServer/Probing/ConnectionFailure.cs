using ClientAuth.Client;

namespace ClientAuth.Lab.OwnServer.Probing;

/// <summary>Says in one sentence why no answer came: the server's certificate, if that is not trusted, else the innermost cause.</summary>
internal static class ConnectionFailure
{
    public static string Words(Exception error)
    {
        var causes = Causes(error).ToList();
        return (causes.OfType<ServerNotTrustedException>().FirstOrDefault() ?? causes[^1]).Message;
    }

    private static IEnumerable<Exception> Causes(Exception error)
    {
        for (var cause = error; cause is not null; cause = cause.InnerException)
        {
            yield return cause;
        }
    }
}
