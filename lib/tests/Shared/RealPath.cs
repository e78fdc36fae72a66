namespace Tests.Shared;

/// <summary>
/// A path without links. The temporary folder of macOS lies below <c>/var</c>, a link to <c>/private/var</c>, and a process that is
/// started there calls it by the second name.
/// </summary>
internal static class RealPath
{
    /// <summary>Follows every link on the way.</summary>
    /// <param name="path">Absolute path of a folder that exists.</param>
    public static string Of(string path)
    {
        var real = Path.GetPathRoot(path)!;
        foreach (
            var name in path[real.Length..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries)
        )
        {
            var next = Path.Combine(real, name);
            real = Directory.ResolveLinkTarget(next, returnFinalTarget: true) is { } target
                ? Of(target.FullName)
                : next;
        }

        return real;
    }
}
