using ClientAuth.Devices;
using ClientAuth.Devices.Android;
using ClientAuth.Lab.Fleet;
using ClientAuth.Lab.Repository;

namespace ClientAuth.Lab.Tests.Fleet;

/// <summary>What a fleet's table says of a phone's root.</summary>
public sealed class PlatformWordsTests
{
    [Theory]
    [InlineData(AttestationRoot.Android, "under Android's root")]
    [InlineData(AttestationRoot.KeyAttestationCa1, "under Android's second root")]
    [InlineData(AttestationRoot.AndroidSoftware, "under the root of software keys")]
    public void A_root_that_servers_know_is_not_called_uncertified(AttestationRoot root, string words)
    {
        var phone = DevicesFile
            .Read(RepositoryData.PathOf("devices.json"))
            .First(device => device.Android is { } android && android.Root == root);

        Assert.EndsWith(words, PlatformWords.VouchedFor(phone), StringComparison.Ordinal);
    }
}
