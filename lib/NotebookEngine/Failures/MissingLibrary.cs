using System.Reflection;

namespace NotebookEngine.Failures;

/// <summary>What to do when code that runs needs a library that cannot be loaded.</summary>
internal static class MissingLibrary
{
    /// <returns>A sentence to go behind the exception's message; empty where it is about something else.</returns>
    internal static string Advice(Exception thrown) =>
        thrown switch
        {
            FileNotFoundException { FileName: { } name } when Named(name) is { } assembly => IsOfFramework(assembly)
                ? $" A library was built for a newer .NET than this engine's {Environment.Version.Major}.0:"
                    + $" build it for net{Environment.Version.Major}.0"
                : $" {assembly.Name}.dll is not beside the library that needs it:"
                    + " build that library's project, which puts it there",
            _ => "",
        };

    private static AssemblyName? Named(string name)
    {
        try
        {
            return name.Contains(", Version=", StringComparison.Ordinal) ? new AssemblyName(name) : null;
        }
        catch (FileLoadException)
        {
            return null;
        }
    }

    private static bool IsOfFramework(AssemblyName name) =>
        name.Name!.StartsWith("System.", StringComparison.Ordinal) && name.Version > Environment.Version;
}
