using System.Net.Sockets;
using ClientAuth.Credentials;
using ClientAuth.MockServer.Options;
using ClientAuth.MockServer.Standalone.Exits;

namespace ClientAuth.MockServer.Standalone.Tests;

public sealed class ServerStartTests
{
    // Which ports need a right, and who has it, differs from machine to machine; the words do not.
    [Fact]
    public void Port_that_needs_a_right_is_explained() =>
        Assert.Equal(
            "Port 443 is not open to this account; choose one above 1023, or 0 for a free one.",
            ServerStart.PortProblem(443, SocketError.AccessDenied)
        );

    [Fact]
    public async Task A_server_without_one_of_its_defences_does_not_start_alone()
    {
        using var authority = LabAuthority.Create(TimeProvider.System);
        using var certificate = authority.Issue(CertificateProfile.LoopbackServer());
        var options = new AuthorizationServerOptions
        {
            ServerCertificate = certificate,
            Clients = [],
            Clock = TimeProvider.System,
            SwitchedOff = [Defence.SingleUse],
        };

        var failure = await Assert.ThrowsAsync<StartFailure>(() =>
            ServerStart.StartAsync(options, new Places("", null, null, ""), TestContext.Current.CancellationToken)
        );

        Assert.Equal("SwitchedOff disables SingleUse; only a lesson or a test may do that.", failure.Message);
        Assert.Equal(ExitCodes.Usage, failure.ExitCode);
    }
}
