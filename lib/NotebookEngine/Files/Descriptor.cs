using System.Globalization;
using System.Text.RegularExpressions;

namespace NotebookEngine.Files;

/// <summary>
/// Paths that mean a file which this process has open already: <c>/dev/stdout</c>, <c>/dev/fd/3</c>, a shell's
/// <c>&gt;(command)</c>.
/// </summary>
internal static partial class Descriptor
{
    private const int MostLinks = 40;

    /// <returns>The number under which it is open; null where the path is another's.</returns>
    internal static int? Of(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            return null;
        }

        for (var links = 0; links < MostLinks; links++)
        {
            if (Name.Match(path) is { Success: true } match && IsOwn(match.Groups["process"].Value))
            {
                return int.Parse(match.Groups["number"].ValueSpan, CultureInfo.InvariantCulture);
            }

            if (new FileInfo(path).LinkTarget is not { } target)
            {
                return null;
            }

            path = Path.GetFullPath(target, Path.GetDirectoryName(path)!);
        }

        return null;
    }

    private static bool IsOwn(string process) =>
        process is "" or "self" or "thread-self"
        || process == Environment.ProcessId.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\A/(dev|proc/(?<process>[a-z0-9-]+))/fd/(?<number>[0-9]{1,9})\z")]
    private static partial Regex Name { get; }
}
