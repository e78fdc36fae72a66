using System.Net;
using System.Net.Sockets;

namespace NotebookEngine.Installation.Checks;

/// <summary><c>localhost</c> is this machine: its hosts file may lack the name, or send it elsewhere.</summary>
/// <param name="addressesOf">Asks the system for the addresses of a name.</param>
/// <param name="hostsFile">Where the system keeps names of its own.</param>
internal sealed class LocalhostCheck(Func<string, CancellationToken, Task<IPAddress[]>> addressesOf, string hostsFile)
    : ICheck
{
    private const string Subject = "localhost";

    /// <summary>Where this system keeps its hosts file.</summary>
    internal static string HostsFile =>
        OperatingSystem.IsWindows()
            ? Path.Combine(Environment.SystemDirectory, "drivers", "etc", "hosts")
            : "/etc/hosts";

    public async Task<IReadOnlyList<Finding>> RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            return [Judge(await addressesOf("localhost", cancellationToken))];
        }
        catch (SocketException problem)
        {
            return [Problem($"the name has no address: {problem.Message}")];
        }
    }

    // Servers on this machine listen on these two; another of 127.0.0.0/8 reaches none of them.
    private Finding Judge(IPAddress[] addresses) =>
        addresses is [] ? Problem("the name has no address")
        : addresses.Where(IsElsewhere).ToList() is [_, ..] elsewhere
            ? Problem($"the name leads to {string.Join(", ", elsewhere)}, where no server of this machine listens")
        : Finding.Ok(Subject, $"the name leads to {string.Join(", ", addresses.Distinct())}");

    private static bool IsElsewhere(IPAddress address) =>
        !address.Equals(IPAddress.Loopback) && !address.Equals(IPAddress.IPv6Loopback);

    private Finding Problem(string text) =>
        Finding.Problem(
            Subject,
            text,
            $"let {hostsFile} have the line '127.0.0.1 localhost', and no other with that name but '::1 localhost'"
        );
}
