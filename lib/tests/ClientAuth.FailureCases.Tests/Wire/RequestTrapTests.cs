using System.Net;
using System.Net.Sockets;
using ClientAuth.FailureCases.Wire;

namespace ClientAuth.FailureCases.Tests.Wire;

/// <summary>The trap that shows whether a server follows addresses out of a message (RFC 8725 §3.10).</summary>
public sealed class RequestTrapTests
{
    [Fact]
    public void Trap_that_nobody_named_is_not_set()
    {
        using var trap = new RequestTrap();

        Assert.False(trap.HasCaught);
    }

    [Fact]
    public async Task Whoever_connects_is_caught()
    {
        using var trap = new RequestTrap();
        var address = new Uri(trap.Address);
        Assert.False(trap.HasCaught);

        using var visitor = new TcpClient();
        await visitor.ConnectAsync(IPAddress.Loopback, address.Port, TestContext.Current.CancellationToken);

        Assert.Equal("127.0.0.1", address.Host);
        Assert.True(trap.HasCaught);
    }
}
