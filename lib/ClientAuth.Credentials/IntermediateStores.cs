using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace ClientAuth.Credentials;

/// <summary>
/// The stores of intermediate authorities on Windows. Schannel sends along what it finds there, so .NET adds the intermediates of
/// an <see cref="System.Net.Security.SslStreamCertificateContext"/> to the machine's store, or to the account's, and leaves them.
/// </summary>
public static class IntermediateStores
{
    /// <summary>Removes certificates that a lab has made and sent. Does nothing on other systems.</summary>
    public static void Remove(IReadOnlyList<X509Certificate2> certificates)
    {
        if (OperatingSystem.IsWindows() && certificates.Count > 0)
        {
            RemoveFrom(StoreLocation.LocalMachine, certificates);
            RemoveFrom(StoreLocation.CurrentUser, certificates);
        }
    }

    internal static void RemoveFrom(StoreLocation location, IReadOnlyList<X509Certificate2> certificates)
    {
        try
        {
            using var store = new X509Store(StoreName.CertificateAuthority, location);
            store.Open(OpenFlags.ReadWrite | OpenFlags.OpenExistingOnly);
            foreach (var certificate in certificates)
            {
                store.Remove(certificate);
            }
        }
        catch (CryptographicException) { } // Where this account may not write, .NET has added nothing either.
    }
}
