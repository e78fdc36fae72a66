using System.Security.Cryptography;
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

    /// <summary>
    /// Ports below those that the system gives out by itself: the tool looks for a free one, starts for a second or two, and
    /// listens there only then; meanwhile another program could have been given one of the system's, and the tool would end.
    /// The channels of Jupyter's protocol lie above (execute_notebook.py).
    /// </summary>
    private static string PortRange()
    {
        var first = RandomNumberGenerator.GetInt32(10_000, 19_000);
        return FormattableString.Invariant($"{first}-{first + 20}");
    }
}
