using System.Text.Json;

namespace NotebookEngine.Installation;

/// <summary>The file <c>kernel.json</c>, which tells a front end how a kernel is started.</summary>
internal sealed record Kernelspec
{
    internal const string FileName = "kernel.json";

    public IReadOnlyList<string> Argv { get; init; } = [];

    public string? DisplayName { get; init; }

    public string? Language { get; init; }

    /// <summary><c>message</c>, or <c>signal</c>, which is what happens without it.</summary>
    public string? InterruptMode { get; init; }

    public JsonElement? Metadata { get; init; }

    /// <summary>The kernelspec of a copy of the engine.</summary>
    /// <param name="dotnet">Absolute path of the program that runs assemblies.</param>
    /// <param name="program">Absolute path of the copy's assembly.</param>
    internal static Kernelspec Of(string dotnet, string program) =>
        new()
        {
            Argv = [dotnet, program, "kernel", "{connection_file}"],
            DisplayName = ".NET (C#)",
            Language = "C#",
            // A signal does nothing on Windows.
            InterruptMode = "message",
            Metadata = JsonElement.Parse("""{ "debugger": false }"""),
        };

    /// <summary>Whether it starts this engine, from whatever copy.</summary>
    internal bool IsOurs => Program is not null;

    /// <summary>The engine's assembly that it starts, or null where it starts something else.</summary>
    internal string? Program =>
        Argv.FirstOrDefault(argument =>
            argument[(argument.LastIndexOfAny(['/', '\\']) + 1)..] == EngineBuild.ProgramName
        );

    /// <summary>The kernelspec in a folder, or null where there is none.</summary>
    /// <exception cref="UnreadableKernelspecException">There is one that cannot be read.</exception>
    internal static Kernelspec? Read(string folder)
    {
        var path = Path.Combine(folder, FileName);
        try
        {
            if (!File.Exists(path))
            {
                return null;
            }

            return JsonSerializer.Deserialize(File.ReadAllBytes(path), InstallationJson.Default.Kernelspec) switch
            {
                null => throw new JsonException("it holds null instead of an object"),
                { Argv: var words } when words.Contains(null) => throw new JsonException(
                    "argv holds null instead of a word"
                ),
                var kernelspec => kernelspec,
            };
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or JsonException)
        {
            throw new UnreadableKernelspecException(path, problem);
        }
    }

    internal string ToJson() => JsonSerializer.Serialize(this, InstallationJson.Default.Kernelspec) + "\n";
}

/// <summary>There is a <c>kernel.json</c> that cannot be read, or is no JSON.</summary>
internal sealed class UnreadableKernelspecException(string path, Exception cause)
    : Exception($"{path} cannot be read: {cause.Message}", cause)
{
    internal string Path => path;
}
