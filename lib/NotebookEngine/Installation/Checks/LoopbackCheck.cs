using System.Net;
using System.Net.Sockets;

namespace NotebookEngine.Installation.Checks;

/// <summary>A front end reaches a kernel over this machine's own network: a byte is sent through it.</summary>
internal sealed class LoopbackCheck(TimeProvider clock) : ICheck
{
    private const string Subject = "loopback";
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    public async Task<IReadOnlyList<Finding>> RunAsync(CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(Limit, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            await SendAsync(either.Token);
            return [Finding.Ok(Subject, $"a connection within this machine works ({IPAddress.Loopback})")];
        }
        catch (SocketException problem)
        {
            return [Problem(problem.Message)];
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            return [Problem($"no connection within {Limit.TotalSeconds:F0} s")];
        }
    }

    private static async Task SendAsync(CancellationToken cancellationToken)
    {
        using var listener = new TcpListener(IPAddress.Loopback, port: 0);
        listener.Start();
        using var client = new TcpClient();
        await client.ConnectAsync((IPEndPoint)listener.LocalEndpoint, cancellationToken);
        using var accepted = await listener.AcceptTcpClientAsync(cancellationToken);
        await client.GetStream().WriteAsync(new byte[] { 1 }, cancellationToken);
        await accepted.GetStream().ReadExactlyAsync(new byte[1], cancellationToken);
    }

    private static Finding Problem(string why) =>
        Finding.Problem(
            Subject,
            $"a program on this machine cannot reach another on {IPAddress.Loopback}: {why}",
            "let the firewall or security software allow connections on loopback for dotnet"
        );
}
