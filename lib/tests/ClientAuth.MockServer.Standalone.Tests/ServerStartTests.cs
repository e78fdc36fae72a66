using System.Net.Sockets;

namespace ClientAuth.MockServer.Standalone.Tests;

public sealed class ServerStartTests
{
    // Which ports need a right, and who has it, differs from machine to machine; the words do not.
    [Fact]
    public void Port_that_needs_a_right_is_explained() =>
        Assert.Equal(
            "Port 443 is not open to this account; choose one above 1023, or none for a free one.",
            ServerStart.PortProblem(443, SocketError.AccessDenied)
        );
}
