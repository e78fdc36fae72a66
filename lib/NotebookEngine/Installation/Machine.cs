using System.Runtime.InteropServices;

namespace NotebookEngine.Installation;

/// <summary>Operating system, folders and environment variables as values, so that a test can stand for any machine.</summary>
/// <param name="Platform">Windows, macOS, or anything else, which is treated as Linux.</param>
/// <param name="Variable">An environment variable's value, or null.</param>
/// <param name="Home">The user's own folder; empty where there is none.</param>
internal sealed record Machine(OSPlatform Platform, Func<string, string?> Variable, string Home)
{
    internal bool IsWindows => Platform == OSPlatform.Windows;

    internal bool IsMacOS => Platform == OSPlatform.OSX;

    /// <summary>What stands between the folders of a variable such as <c>PATH</c>.</summary>
    internal char PathSeparator => IsWindows ? ';' : ':';

    internal static Machine OfThisProcess() =>
        new(
            OperatingSystem.IsWindows() ? OSPlatform.Windows
                : OperatingSystem.IsMacOS() ? OSPlatform.OSX
                : OSPlatform.Linux,
            Environment.GetEnvironmentVariable,
            Environment.GetFolderPath(
                Environment.SpecialFolder.UserProfile,
                Environment.SpecialFolderOption.DoNotVerify
            )
        );

    /// <summary>The variable's value, or null where it is unset, empty, or no absolute path.</summary>
    internal string? Folder(string variable) => Variable(variable) is { } folder && IsAbsolute(folder) ? folder : null;

    internal string Join(params IEnumerable<string> parts) =>
        string.Join(IsWindows ? '\\' : '/', parts.Select(part => part.TrimEnd(IsWindows ? ['\\', '/'] : ['/'])));

    internal bool IsAbsolute(string path) =>
        IsWindows ? path is [_, ':', '\\' or '/', ..] or ['\\' or '/', '\\' or '/', ..] : path.StartsWith('/');

    /// <exception cref="InstallationException">The user has no folder.</exception>
    internal string BelowHome(params IEnumerable<string> parts) =>
        Home is ""
            ? throw new InstallationException(
                "this user has no home folder (HOME is not set, and the system knows none)",
                "name a folder with --data-dir, or install with --workspace"
            )
            : Join([Home, .. parts]);
}
