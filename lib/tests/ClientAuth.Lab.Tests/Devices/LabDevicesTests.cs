using ClientAuth.Protocol;

namespace ClientAuth.Lab.Tests.Devices;

public sealed class LabDevicesTests
{
    [Fact]
    public async Task A_lab_has_one_phone_of_each_entry_of_the_file()
    {
        await using var lab = await LessonLab.OpenAsync();

        Assert.Equal(
            [
                "flagship",
                "older-than-android-8",
                "uncertified-hardware",
                "simulator",
                "unlocked-boot-loader",
                "tampered-app",
                "iphone",
                "iphone-app-extension",
                "remotely-provisioned",
                "revoked-chain",
                "suspended-chain",
                "iphone-ios-27",
            ],
            lab.Devices.Select(device => device.Simulated.Profile.Id)
        );
    }

    [Fact]
    public async Task A_phone_that_is_not_there_is_answered_with_those_that_are()
    {
        await using var lab = await LessonLab.OpenAsync();

        var error = Assert.Throws<ArgumentException>(() => lab.Devices["pixel"]);

        Assert.StartsWith("There is no device 'pixel'; there are: flagship, older-than-android-8, ", error.Message);
    }

    [Fact]
    public async Task Phones_of_two_labs_share_no_key_and_no_maker()
    {
        await using var one = await LessonLab.OpenAsync();
        await using var other = await LessonLab.OpenAsync();

        Assert.NotEqual(
            one.Devices["flagship"].OpenKey("key").ExportSubjectPublicKeyInfo(),
            other.Devices["flagship"].OpenKey("key").ExportSubjectPublicKeyInfo()
        );
        Assert.NotEqual(one.Devices.Makers.AndroidRoot.RawData, other.Devices.Makers.AndroidRoot.RawData);
    }

    [Fact]
    public async Task Another_phone_of_a_kind_shares_its_profile_and_nothing_else()
    {
        await using var lab = await LessonLab.OpenAsync();
        var first = lab.Devices["flagship"];
        first.Storage.Write("name", "value");

        var another = lab.Devices.Another("flagship");

        Assert.Same(first.Simulated.Profile, another.Simulated.Profile);
        Assert.Null(another.Storage.Read("name"));
        Assert.NotEqual(
            first.OpenKey("key").ExportSubjectPublicKeyInfo(),
            another.OpenKey("key").ExportSubjectPublicKeyInfo()
        );
        Assert.DoesNotContain(another, lab.Devices);
    }

    [Fact]
    public async Task A_client_of_a_lesson_may_have_the_name_of_the_app_and_a_method_of_its_own()
    {
        await using var lab = await LessonLab.OpenAsync(
            new ClientMetadata
            {
                ClientId = "mobile-app",
                TokenEndpointAuthMethod = TokenEndpointAuthMethods.ClientSecretBasic,
            }
        );

        Assert.Null(lab.Server.Metadata.ClientAttestationTokenEndpoint);
        Assert.NotNull(lab.Client("mobile-app").Secret);
    }
}
