using ClientAuth.Protocol;
using Ratios.Load;
using Ratios.Results;
using Ratios.Servers;
using Ratios.TokenEndpoint;
using Ratios.World;

namespace Ratios.Handshakes;

/// <summary>Full handshakes with a client certificate, none resumed, against a bare Kestrel listener with the same certificates.</summary>
internal sealed class HandshakeRatios(Effort effort)
{
    private static readonly Comparison FullHandshake = new(
        "connections",
        "full mutual TLS handshake",
        "a bare Kestrel listener with the same certificates",
        "µs of the server's processor time",
        Goal.SpeedAtLeast(0.85)
    );

    public Task MeasureAsync(MeasuredClients clients, Func<Task<MeasuredServers>> start) =>
        effort.MeasureAsync(
            FullHandshake,
            async () =>
            {
                var client = clients.Of(TokenEndpointAuthMethods.TlsClientAuth);
                var servers = await start();
                return Interleaved.Pairs(
                    effort.Rounds,
                    () => Round(servers.OurProcess, client, clients),
                    () => Round(servers.FloorProcess, client, clients)
                );
            }
        );

    private double Round(ServerProcess server, MeasuredClient client, MeasuredClients clients)
    {
        var handshakes = effort.RequestsPerRound / 10;
        var port = TokenRequests.EndpointFor(client, server.Ready).Port;
        var before = server.ProcessorTime;
        for (var i = 0; i < handshakes; i++)
        {
            using var connection = KeptAliveConnection.Open(port, clients.Authority.Certificate, client.Certificate);
            connection.Close();
        }

        return (server.ProcessorTime - before).TotalMicroseconds / handshakes;
    }
}
