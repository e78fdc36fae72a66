using System.Net;
using System.Net.Sockets;
using ClientAuth.MockServer.Tests.Lab;

namespace ClientAuth.MockServer.Tests.Hosting;

/// <summary>Both listeners are where they were asked to be, so that a client can be configured once.</summary>
public sealed class PortTests
{
    [Fact]
    public async Task Both_ports_are_those_that_were_asked_for_and_free_again_at_the_end()
    {
        var (main, mtls) = FreePorts.Pair();
        for (var start = 1; start <= 2; start++)
        {
            await using var lab = await TestLab.StartAsync((_, o) => o with { Port = main, MtlsPort = mtls });

            Assert.Equal($"https://localhost:{main}/token", lab.Server.Metadata.TokenEndpoint);
            Assert.Equal($"https://localhost:{mtls}/token", lab.Server.Metadata.MtlsEndpointAliases!.TokenEndpoint);
            var answer = await lab.SendAsync(TestCall.Presenting(TestClients.Tls, lab.Clients.Certificate));
            Assert.Equal(200, answer.Status);
        }
    }

    [Fact]
    public async Task Port_for_certificates_alone_leaves_the_main_one_free_to_be_any_other()
    {
        var (_, mtls) = FreePorts.Pair();

        await using var lab = await TestLab.StartAsync((_, o) => o with { MtlsPort = mtls });

        Assert.Equal(mtls, new Uri(lab.Server.Metadata.MtlsEndpointAliases!.TokenEndpoint).Port);
        Assert.NotEqual(mtls, new Uri(lab.Server.Issuer).Port);
    }

    [Fact]
    public async Task Port_for_certificates_that_is_taken_is_named_and_the_main_one_is_given_back()
    {
        var (main, _) = FreePorts.Pair();
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;

        var problem = await Assert.ThrowsAnyAsync<SocketException>(() =>
            TestLab.StartAsync((_, o) => o with { Port = main, MtlsPort = port })
        );

        Assert.StartsWith($"Port {port} cannot be listened on: ", problem.Message, StringComparison.Ordinal);
        using var again = new TcpListener(IPAddress.Loopback, main);
        again.Start();
    }
}
