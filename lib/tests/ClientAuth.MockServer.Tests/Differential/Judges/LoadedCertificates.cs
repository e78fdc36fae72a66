using System.Security.Cryptography.X509Certificates;

namespace ClientAuth.MockServer.Tests.Differential.Judges;

/// <summary>Certificates read from DER for one judgement.</summary>
internal sealed class LoadedCertificates : IDisposable
{
    /// <summary>Those that could be read.</summary>
    public X509Certificate2Collection Certificates { get; } = [];

    /// <summary>How many could not be read.</summary>
    public int Missing { get; private set; }

    /// <param name="ders">Certificates.</param>
    /// <param name="load">Gives null for what is none.</param>
    public static LoadedCertificates Of(IReadOnlyList<byte[]> ders, Func<byte[], X509Certificate2?> load)
    {
        var loaded = new LoadedCertificates();
        foreach (var der in ders)
        {
            if (load(der) is { } certificate)
            {
                loaded.Certificates.Add(certificate);
            }
            else
            {
                loaded.Missing++;
            }
        }

        return loaded;
    }

    public void Dispose()
    {
        foreach (var certificate in Certificates)
        {
            certificate.Dispose();
        }
    }
}
