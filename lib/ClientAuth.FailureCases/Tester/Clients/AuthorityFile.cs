using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ClientAuth.FailureCases.Tester.Usage;

namespace ClientAuth.FailureCases.Tester.Clients;

/// <summary>The file of the authorities that the server's certificate comes from, in PEM (RFC 7468 §5).</summary>
internal static class AuthorityFile
{
    private const string Member = "ca_certificate";

    /// <summary>The file that the command line names.</summary>
    /// <exception cref="TesterException">It cannot be read, or holds no certificate.</exception>
    public static X509Certificate2Collection Read(string path)
    {
        byte[] file;
        try
        {
            file = File.ReadAllBytes(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw TesterException.Usage(
                $"{CommandLineSyntax.AuthoritiesOption}: the file '{path}' cannot be read. Name one that exists.",
                error
            );
        }

        return Certificates(file) is { Count: > 0 } found
            ? found
            : throw TesterException.Usage(
                $"{CommandLineSyntax.AuthoritiesOption}: '{path}' holds no certificate in PEM. Name the authority's certificate."
            );
    }

    /// <summary>The file that the clients file names; null where it names none.</summary>
    /// <exception cref="TesterException">It cannot be read, or holds no certificate.</exception>
    public static X509Certificate2Collection? Read(ClientsSource source, string? named) =>
        named is null ? null
        : Certificates(source.FileOf(ClientsSource.TheServer, Member, named)) is { Count: > 0 } found ? found
        : throw source.Wrong(
            ClientsSource.TheServer,
            Member,
            $"'{named}' holds no certificate in PEM. Name the authority's certificate."
        );

    private static X509Certificate2Collection? Certificates(byte[] file)
    {
        var certificates = new X509Certificate2Collection();
        try
        {
            certificates.ImportFromPem(FileText.Of(file));
            return certificates;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
