using System.Security.Cryptography.X509Certificates;

namespace ClientAuth.Credentials.Tests;

public sealed class IntermediateStoresTests
{
    [Fact]
    public void What_was_added_to_the_accounts_store_is_removed_and_nothing_else()
    {
        Assert.SkipWhen(OperatingSystem.IsMacOS(), "The keychain of macOS asks a person before it is changed.");
        using var sent = LabAuthority.Create(TimeProvider.System, "Client Authentication Lab Sent");
        using var others = LabAuthority.Create(TimeProvider.System, "Client Authentication Lab Of Others");
        using var store = new X509Store(StoreName.CertificateAuthority, StoreLocation.CurrentUser);
        store.Open(OpenFlags.ReadWrite);
        store.Add(sent.Certificate);
        store.Add(others.Certificate);
        try
        {
            IntermediateStores.RemoveFrom(StoreLocation.CurrentUser, [sent.Certificate]);

            Assert.DoesNotContain(sent.Certificate, store.Certificates);
            Assert.Contains(others.Certificate, store.Certificates);
        }
        finally
        {
            store.Remove(sent.Certificate);
            store.Remove(others.Certificate);
        }
    }

    [Fact]
    public void A_certificate_that_is_not_there_is_no_error()
    {
        using var authority = LabAuthority.Create(TimeProvider.System);

        IntermediateStores.RemoveFrom(StoreLocation.CurrentUser, [authority.Certificate]);
    }
}
