using System.Net;
using System.Net.Sockets;
using NotebookEngine.FrontEnds.Tests.Processes;

namespace NotebookEngine.FrontEnds.Tests.Deaths;

/// <summary>A cell that tells the test that it runs, and in which process; then it goes on without end.</summary>
internal sealed class CallingCell : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, port: 0);

    public CallingCell() => _listener.Start();

    /// <summary>One line, for a page's editor, too.</summary>
    /// <param name="work">What the cell does then.</param>
    public string Source(string work)
    {
        var connect = FormattableString.Invariant($"new System.Net.Sockets.TcpClient(\"127.0.0.1\", {Port})");
        return $"var call = {connect}; call.GetStream().Write(BitConverter.GetBytes(Environment.ProcessId)); {work}";
    }

    private int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Waits for the call.</summary>
    /// <returns>The number of the kernel's process.</returns>
    public async Task<int> ProcessIdAsync()
    {
        using var limit = TestLimit.Start();
        using var call = await _listener.AcceptTcpClientAsync(limit.Token);
        var number = new byte[sizeof(int)];
        await call.GetStream().ReadExactlyAsync(number, limit.Token);
        return BitConverter.ToInt32(number);
    }

    public void Dispose() => _listener.Dispose();
}
