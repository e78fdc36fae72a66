using System.Net;

namespace NotebookEngine.Installation.Checks;

/// <summary>
/// No proxy stands between programs of this machine: one that environment or system names is used for loopback, too, unless it is told
/// not to, and knows nothing of servers here.
/// </summary>
/// <param name="proxy">What programs use that say nothing about proxies.</param>
internal sealed class ProxyCheck(IWebProxy proxy) : ICheck
{
    private const string Subject = "proxy";
    private const string Variable = "NO_PROXY=localhost,127.0.0.1,::1";

    private static readonly Uri[] Loopback = [new("https://localhost/"), new("https://127.0.0.1/")];

    public Task<IReadOnlyList<Finding>> RunAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Finding>>([Judge()]);

    private Finding Judge() =>
        Loopback.FirstOrDefault(address => ProxyOf(address) is not null) is { } address
            ? Finding.Warning(
                Subject,
                // The authority alone: before it may stand a password.
                $"programs send requests for {address.Host} to the proxy {ProxyOf(address)!.Authority}, which cannot reach servers on this machine",
                $"set {Variable} where the proxy is set, and no_proxy likewise; or say so in the program: UseProxy = false, curl --noproxy localhost"
            )
            : Finding.Ok(Subject, "connections within this machine go through none");

    private Uri? ProxyOf(Uri address) =>
        !proxy.IsBypassed(address) && proxy.GetProxy(address) is { } through && through != address ? through : null;
}
