using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Ratios.Engine;

/// <summary>Jupyter folders of this run alone, with one kernel: the installed one of this project, or .NET Interactive's.</summary>
internal sealed class JupyterFolder : IDisposable
{
    private const string Name = ".net-csharp";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ratios-");

    public string Folder => _folder.FullName;

    public IReadOnlyDictionary<string, string> Environment =>
        new Dictionary<string, string>
        {
            ["JUPYTER_DATA_DIR"] = At("data"),
            ["JUPYTER_CONFIG_DIR"] = At("config"),
            ["JUPYTER_RUNTIME_DIR"] = At("runtime"),
            ["XDG_DATA_HOME"] = At("home"),
            ["JUPYTER_PATH"] = "",
            ["IPYTHONDIR"] = At("ipython"),
            ["NOTEBOOK_PROGRESS"] = "off",
            ["DOTNET_INTERACTIVE_CLI_TELEMETRY_OPTOUT"] = "1",
            ["DOTNET_INTERACTIVE_SKIP_FIRST_TIME_EXPERIENCE"] = "1",
        };

    /// <summary>How the kernel is started; <c>{connection_file}</c> stands for the connection file.</summary>
    public IReadOnlyList<string> Arguments =>
        [
            .. JsonElement
                .Parse(File.ReadAllBytes(Kernelspec))
                .GetProperty("argv")
                .EnumerateArray()
                .Select(argument => argument.GetString()!),
        ];

    private string Kernelspec => Path.Combine(At("data"), "kernels", Name, "kernel.json");

    public string At(string name) => Path.Combine(_folder.FullName, name);

    /// <summary>Puts .NET Interactive's kernel there.</summary>
    public void AddDotNetInteractive()
    {
        var first = RandomNumberGenerator.GetInt32(10_000, 19_000);
        var kernelspec = new JsonObject
        {
            ["argv"] = new JsonArray(
                "dotnet",
                Checkout.DotNetInteractive,
                "jupyter",
                "--default-kernel",
                "csharp",
                "--http-local-only",
                "--http-port-range",
                string.Create(CultureInfo.InvariantCulture, $"{first}-{first + 20}"),
                "{connection_file}"
            ),
            ["display_name"] = ".NET (C#)",
            ["language"] = "C#",
        };
        Directory.CreateDirectory(Path.GetDirectoryName(Kernelspec)!);
        File.WriteAllText(Kernelspec, kernelspec.ToJsonString());
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
