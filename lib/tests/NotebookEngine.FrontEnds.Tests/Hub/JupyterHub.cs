using System.Net.Http.Headers;
using System.Security.Cryptography;
using NotebookEngine.FrontEnds.Tests.Processes;

namespace NotebookEngine.FrontEnds.Tests.Hub;

/// <summary>A hub on loopback, with the configuration of <c>lib/hub</c>; its passwords and tokens are made here and are in no file.</summary>
internal sealed class JupyterHub : IAsyncDisposable
{
    private readonly List<RunningProgram> _programs = [];
    private readonly (int First, int Second) _ports = FreePorts.Pair();
    private readonly (int First, int Second) _inner = FreePorts.Pair();
    private readonly string _token = RandomNumberGenerator.GetHexString(64, lowercase: true);

    private JupyterHub(HubFolder folder)
    {
        Folder = folder;
        Client = new HttpClient(new SocketsHttpHandler { UseProxy = false })
        {
            BaseAddress = Address,
            Timeout = TestLimit.Longest,
        };
        Client.DefaultRequestHeaders.Authorization = Authorization;
    }

    public HubFolder Folder { get; }

    /// <summary>What every learner logs in with.</summary>
    public string Password { get; } = RandomNumberGenerator.GetHexString(32, lowercase: true);

    /// <summary>Of the proxy: the hub is below <c>hub/</c>, a learner's server below <c>user/NAME/</c>.</summary>
    public Uri Address => new(FormattableString.Invariant($"http://127.0.0.1:{_ports.First}/"));

    /// <summary>Of the facilitator's service.</summary>
    public AuthenticationHeaderValue Authorization => new("token", _token);

    public HttpClient Client { get; }

    /// <summary>All that hub and servers have written since the hub was started last.</summary>
    public RunningProgram Program => _programs[^1];

    public static async Task<JupyterHub> StartAsync(HubFolder folder)
    {
        var hub = new JupyterHub(folder);
        try
        {
            await hub.StartAgainAsync();
            return hub;
        }
        catch
        {
            await hub.DisposeAsync();
            throw;
        }
    }

    public async Task StartAgainAsync()
    {
        _programs.Add(
            RunningProgram.Start(
                HubTools.Hub,
                ["-f", Path.Combine(AppContext.BaseDirectory, "Hub", "class_on_hub.py")],
                Folder.State,
                Environment(),
                package: HubTools.Hub
            )
        );
        await Program.LineAsync("JupyterHub is now running at");
    }

    /// <summary>Ends the hub alone, as a service manager does, or as a crash does. The servers of the learners write on to its output.</summary>
    public Task StopAsync(bool kill) => kill ? Program.KillAsync() : Program.TerminateAsync();

    /// <summary>The numbers of the processes that have these words in their command line.</summary>
    public IReadOnlyList<int> Processes(string words) =>
        [
            .. _programs
                .SelectMany(program => program.Family.Alive())
                .Where(process => process.Value.Contains(words, StringComparison.Ordinal))
                .Select(process => process.Key),
        ];

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        // The last first: a hub that lives would start its proxy anew.
        foreach (var program in _programs.AsEnumerable().Reverse())
        {
            await program.DisposeAsync();
        }
    }

    private Dictionary<string, string> Environment() =>
        new()
        {
            ["HUB_CONFIG"] = Path.Combine(Folder.Course, "lib", "hub", "jupyterhub_config.py"),
            ["COURSE_FOLDER"] = Folder.Course,
            ["HUB_ADDRESS"] = Address.AbsoluteUri,
            ["HUB_PORT"] = FormattableString.Invariant($"{_inner.First}"),
            ["HUB_PROXY_API"] = FormattableString.Invariant($"http://127.0.0.1:{_inner.Second}"),
            ["HUB_PROXY"] = HubTools.Proxy,
            ["HUB_PASSWORD"] = Password,
            ["HUB_HOMES"] = Folder.Homes,
            ["HUB_KERNELS"] = Folder.Kernels,
            ["HUB_TOKEN"] = _token,
        };
}
