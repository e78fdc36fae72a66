using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace NotebookEngine.Tests.HostDeath;

/// <summary>A process of tests that is killed, or whose starter is, leaves none of the processes that its tests have started.</summary>
public sealed class TestHostDeathTests : IDisposable
{
    private const string PortVariable = "TEST_HOST_DEATH_PORT";

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    private readonly CancellationTokenSource _limit = CancellationTokenSource.CreateLinkedTokenSource(
        TestContext.Current.CancellationToken
    );
    private readonly TcpListener _listener = new(IPAddress.Loopback, port: 0);

    public TestHostDeathTests()
    {
        _limit.CancelAfter(Limit);
        _listener.Start();
    }

    public void Dispose()
    {
        _listener.Dispose();
        _limit.Dispose();
    }

    [Fact]
    public async Task What_a_killed_test_host_had_started_ends()
    {
        if (Environment.GetEnvironmentVariable(PortVariable) is { } port)
        {
            // This is the host to be killed: both tests start it with this test alone.
            await StartProcessAndNeverEndAsync(int.Parse(port, CultureInfo.InvariantCulture));
        }

        using var host = Start("dotnet", Arguments);
        using var child = await ChildAsync();

        host.Kill();

        await child.WaitForExitAsync(_limit.Token);
    }

    [Fact]
    public async Task A_test_host_whose_starter_is_killed_ends_with_what_it_had_started()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The starter is a POSIX shell.");
        // A second command keeps the shell from becoming the first one.
        using var starter = Start("/bin/sh", ["-c", "dotnet \"$@\"; exit 1", "sh", .. Arguments]);
        using var child = await ChildAsync();

        starter.Kill();

        await child.WaitForExitAsync(_limit.Token);
        // It has the same output as its starter, which closes with the last of them.
        Assert.Contains(
            "the tests end: the process that started them has gone",
            await starter.StandardError.ReadToEndAsync(_limit.Token),
            StringComparison.Ordinal
        );
    }

    private async Task StartProcessAndNeverEndAsync(int port)
    {
        using var child = OperatingSystem.IsWindows()
            ? Process.Start("ping", ["-n", "600", "127.0.0.1"])
            : Process.Start("sleep", ["600"]);
        using (var call = new TcpClient("127.0.0.1", port))
        {
            await call.GetStream().WriteAsync(BitConverter.GetBytes(child.Id), _limit.Token);
        }

        // This host is killed before, and what it has started with it.
        await child.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    private static string[] Arguments =>
        [
            typeof(TestHostDeathTests).Assembly.Location,
            // As xUnit's own command line has it: the test platform's is used by 'dotnet test' alone.
            "-method",
            $"*.{nameof(What_a_killed_test_host_had_started_ends)}",
        ];

    private Process Start(string program, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            // The working directory of this process belongs to whichever test runs a notebook just now, and may be gone.
            WorkingDirectory = AppContext.BaseDirectory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment[PortVariable] = FormattableString.Invariant($"{((IPEndPoint)_listener.LocalEndpoint).Port}");
        return Process.Start(start)!;
    }

    /// <summary>The process that the other test host's test has started.</summary>
    private async Task<Process> ChildAsync()
    {
        using var call = await _listener.AcceptTcpClientAsync(_limit.Token);
        var number = new byte[sizeof(int)];
        await call.GetStream().ReadExactlyAsync(number, _limit.Token);
        return Process.GetProcessById(BitConverter.ToInt32(number));
    }
}
