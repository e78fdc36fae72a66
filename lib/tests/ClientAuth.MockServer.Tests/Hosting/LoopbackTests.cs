using System.Net;
using System.Net.NetworkInformation;
using ClientAuth.MockServer.Tests.Lab;

namespace ClientAuth.MockServer.Tests.Hosting;

/// <summary>Nobody on the network gets in: what listens is asked of the machine, not of the server.</summary>
public sealed class LoopbackTests
{
    [Fact]
    public async Task Both_listeners_take_connections_of_this_machine_alone()
    {
        await using var lab = await TestLab.StartAsync();
        var metadata = lab.Server.Metadata;

        AssertLoopbackOnly(metadata.TokenEndpoint);
        AssertLoopbackOnly(metadata.MtlsEndpointAliases!.TokenEndpoint);
    }

    [Fact]
    public async Task Host_of_a_clients_keys_takes_connections_of_this_machine_alone()
    {
        await using var lab = await TestLab.StartAsync();
        await using var host = await JwksHost.StartAsync(
            lab.Options().ServerCertificate,
            TestContext.Current.CancellationToken
        );

        AssertLoopbackOnly(host.JwksUri);
    }

    private static void AssertLoopbackOnly(string address)
    {
        var port = new Uri(address).Port;
        var listening = IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners().Where(at => at.Port == port);
        Assert.NotEmpty(listening);
        Assert.All(listening, at => Assert.True(IPAddress.IsLoopback(at.Address), $"{at} is no loopback address"));
    }
}
