using System.Security.Cryptography.X509Certificates;
using ClientAuth.Credentials.Files;
using ClientAuth.FailureCases.Tester.Usage;

namespace ClientAuth.FailureCases.Tester.Clients;

/// <summary>The file of the authorities that the server's certificate comes from.</summary>
internal static class AuthorityFile
{
    /// <summary>The file that the command line names.</summary>
    /// <exception cref="TesterException">It cannot be read, or holds no certificate.</exception>
    public static X509Certificate2Collection Read(string path)
    {
        try
        {
            return AuthoritiesFile.Read(path);
        }
        catch (Exception error)
            when (error is IOException or UnauthorizedAccessException or InvalidDataException or ArgumentException)
        {
            throw TesterException.Usage($"{CommandLineSyntax.AuthoritiesOption}: {error.Message}", error);
        }
    }

    /// <summary>The file that the clients file names; null where it names none.</summary>
    /// <exception cref="TesterException">It cannot be read, or holds no certificate.</exception>
    public static X509Certificate2Collection? Read(ClientsSource source, string? named) =>
        named is null ? null : source.Readable(ClientsSource.TheServer, "ca_certificate", named, AuthoritiesFile.Read);
}
