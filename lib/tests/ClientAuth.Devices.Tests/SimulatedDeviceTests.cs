namespace ClientAuth.Devices.Tests;

public sealed class SimulatedDeviceTests : IDisposable
{
    private readonly Workshop _workshop = new();

    public void Dispose() => _workshop.Dispose();

    [Fact]
    public void A_key_stays_the_same_until_it_is_deleted()
    {
        var device = _workshop.Make("flagship");
        var first = device.OpenKey("haapi").ExportSubjectPublicKeyInfo();

        Assert.Equal(first, device.OpenKey("haapi").ExportSubjectPublicKeyInfo());
        Assert.NotEqual(first, device.OpenKey("other").ExportSubjectPublicKeyInfo());
        device.DeleteKey("haapi");
        device.DeleteKey("never made");
        Assert.NotEqual(first, device.OpenKey("haapi").ExportSubjectPublicKeyInfo());
    }

    [Fact]
    public void Two_devices_of_one_kind_share_no_key()
    {
        var (one, other) = (_workshop.Make("flagship"), _workshop.Make("flagship"));

        Assert.NotEqual(
            one.OpenKey("haapi").ExportSubjectPublicKeyInfo(),
            other.OpenKey("haapi").ExportSubjectPublicKeyInfo()
        );
    }

    [Theory]
    [InlineData(
        "older-than-android-8",
        "Phone with Android 7.1 cannot attest: Android 7.1 does not say in a key's certificate which app the key belongs to; Android 8.0 is the first that does."
    )]
    [InlineData(
        "iphone-app-extension",
        "App extension on an iPhone cannot attest: App Attest does not serve this kind of app extension: DCAppAttestService.isSupported is false."
    )]
    public void A_platform_that_vouches_for_no_app_says_why(string id, string message)
    {
        var device = _workshop.Make(id);

        Assert.NotNull(device.CannotAttest);
        Assert.Equal(
            message,
            Assert.Throws<InvalidOperationException>(() => device.Attest("haapi", "challenge")).Message
        );
        Assert.Equal(256, device.OpenKey("haapi").KeySize);
    }

    [Fact]
    public void A_profile_that_contradicts_itself_makes_no_device()
    {
        var profile = Fleet.Get("flagship") with { Android = null };

        Assert.Equal(
            "The device 'flagship' cannot be made: neither android nor apple is there; a device is one of them. (Parameter 'profile')",
            Assert.Throws<ArgumentException>(() => _workshop.Make(profile)).Message
        );
    }
}
