using System.Text;
using ClientAuth.Lab.Devices;

namespace ClientAuth.Lab.Tests.Devices;

public sealed class AppPackageTests
{
    [Fact]
    public void Two_installs_differ_in_their_identifier_and_share_the_code()
    {
        var alice = AppPackage.Unzip(AppPackage.Build("alice", "compiled-in"));
        var bob = AppPackage.Unzip(AppPackage.Build("bob", "compiled-in"));

        Assert.Equal("alice", Encoding.UTF8.GetString(alice[0]));
        Assert.Equal("bob", Encoding.UTF8.GetString(bob[0]));
        Assert.Equal(alice[1], bob[1]);
    }

    [Fact]
    public void The_same_install_builds_to_the_same_bytes() =>
        Assert.Equal(AppPackage.Build("alice", "compiled-in"), AppPackage.Build("alice", "compiled-in"));
}
