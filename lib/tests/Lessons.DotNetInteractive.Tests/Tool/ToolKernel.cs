using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using ExecutedLessons;

namespace Lessons.DotNetInteractive.Tests.Tool;

/// <summary>
/// The tool <c>dotnet-interactive</c> as the kernel <c>.net-csharp</c>, in Jupyter folders of its own, so that neither the
/// person's own kernels are seen nor anything is left with them.
/// </summary>
internal sealed class ToolKernel : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("dotnet-interactive-");

    public ToolKernel()
    {
        var kernel = _folder.CreateSubdirectory(Path.Combine("data", "kernels", ".net-csharp"));
        File.WriteAllText(Path.Combine(kernel.FullName, "kernel.json"), Kernelspec().ToJsonString());
    }

    public IReadOnlyDictionary<string, string> Environment =>
        new Dictionary<string, string>
        {
            ["JUPYTER_DATA_DIR"] = At("data"),
            ["JUPYTER_CONFIG_DIR"] = At("config"),
            ["JUPYTER_RUNTIME_DIR"] = At("runtime"),
            ["JUPYTER_PATH"] = "",
            ["IPYTHONDIR"] = At("ipython"),
            ["DOTNET_INTERACTIVE_CLI_TELEMETRY_OPTOUT"] = "1",
            ["DOTNET_INTERACTIVE_SKIP_FIRST_TIME_EXPERIENCE"] = "1",
        };

    public string At(string name) => Path.Combine(_folder.FullName, name);

    public void Dispose() => _folder.Delete(recursive: true);

    private static JsonObject Kernelspec() =>
        new()
        {
            ["argv"] = new JsonArray(
                HeadlessLessons.DotNet,
                Engines.Tool,
                "jupyter",
                "--default-kernel",
                "csharp",
                // Without it a port that answers without a token listens on every interface of the machine.
                "--http-local-only",
                // Two that start at once would otherwise choose the same port, and one of them would end.
                "--http-port-range",
                PortRange(),
                "{connection_file}"
            ),
            ["display_name"] = ".NET (C#)",
            ["language"] = "C#",
        };

    private static string PortRange()
    {
        using var free = new TcpListener(IPAddress.Loopback, port: 0);
        free.Start();
        var first = ((IPEndPoint)free.LocalEndpoint).Port;
        return FormattableString.Invariant($"{first}-{Math.Min(first + 20, IPEndPoint.MaxPort)}");
    }
}
