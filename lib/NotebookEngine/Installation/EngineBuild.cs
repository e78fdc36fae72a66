using System.Security.Cryptography;

namespace NotebookEngine.Installation;

/// <summary>One build of the engine: the folder with its assembly and all that it needs.</summary>
/// <param name="Folder">Absolute path.</param>
internal sealed record EngineBuild(string Folder)
{
    private static readonly string AssemblyName = typeof(EngineBuild).Assembly.GetName().Name!;

    internal static readonly string ProgramName = AssemblyName + ".dll";

    /// <summary>Absolute path of the assembly.</summary>
    internal string Program => Path.Combine(Folder, ProgramName);

    /// <summary>The build that this process runs.</summary>
    internal static EngineBuild OfThisProcess() => new(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));

    /// <summary>The project that the build was made from, in the nearest folder above it that has one; or null.</summary>
    internal string? Project()
    {
        for (var folder = Path.GetDirectoryName(Folder); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            var project = Path.Combine(folder, AssemblyName, AssemblyName + ".csproj");
            if (File.Exists(project))
            {
                return project;
            }
        }

        return null;
    }

    /// <summary>The command line that gives a command to this build, for a person to type in a folder.</summary>
    internal string Invocation(string folder, string arguments) =>
        Project() is { } project
            ? $"dotnet run --project {ShellWord.Quoted(Path.GetRelativePath(folder, Path.GetDirectoryName(project)!))} -- {arguments}"
            : $"dotnet {ShellWord.Quoted(Program)} {arguments}";

    /// <summary>
    /// Names the build: the same code with the same packages has the same id. The assembly is compiled deterministically, and
    /// the list of its dependencies holds their versions. A copy keeps the id of what it was made from.
    /// </summary>
    internal string Id()
    {
        if (CopyRecord.Read(Folder) is { } copy)
        {
            return copy.Build;
        }

        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(File.ReadAllBytes(Program));
        hash.AppendData(File.ReadAllBytes(Path.ChangeExtension(Program, ".deps.json")));
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..12];
    }
}
