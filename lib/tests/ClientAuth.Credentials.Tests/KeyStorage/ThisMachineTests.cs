using ClientAuth.Credentials.KeyStorage;

namespace ClientAuth.Credentials.Tests.KeyStorage;

public sealed class ThisMachineTests
{
    private static readonly Guid Uuid = new("0a1b2c3d-0000-0000-0000-000000000001");

    [Fact]
    public void A_Mac_is_the_same_machine_in_every_network() =>
        Assert.Equal(ThisMachine.IdFrom("anna.fritz.box", Uuid), ThisMachine.IdFrom("dhcp-17.cafe.example", Uuid));

    [Fact]
    public void Its_id_says_where_a_person_finds_it() =>
        Assert.Equal(
            "the Mac with hardware UUID 0A1B2C3D-0000-0000-0000-000000000001",
            ThisMachine.IdFrom("anna.fritz.box", Uuid)
        );

    [Fact]
    public void Elsewhere_the_name_says_which_machine_it_is() =>
        Assert.Equal("build-7", ThisMachine.IdFrom("build-7", hardwareUuid: null));
}
