namespace NotebookEngine.Installation;

/// <summary>How this system compares paths: on Windows <c>c:\</c> and <c>C:\</c> are one, and front ends write either.</summary>
internal static class PathNames
{
    internal static StringComparer Comparer =>
        OperatingSystem.IsWindows() ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;
}
