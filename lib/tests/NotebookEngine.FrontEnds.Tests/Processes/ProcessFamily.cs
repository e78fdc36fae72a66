using System.Diagnostics;

namespace NotebookEngine.FrontEnds.Tests.Processes;

/// <summary>
/// A process and all that it has started, and what those have: known by a mark in their environment, which a child inherits
/// and keeps when its parent dies.
/// </summary>
internal sealed class ProcessFamily
{
    private const string Variable = "FRONT_END_TEST";

    private readonly string _mark = Guid.NewGuid().ToString("N");

    public void Mark(ProcessStartInfo start) => start.Environment[Variable] = _mark;

    /// <summary>Those that live, by their number. What has ended and was not yet asked for its exit code does not count.</summary>
    public IReadOnlyDictionary<int, string> Alive() =>
        Directory
            .EnumerateDirectories("/proc")
            .Where(folder => int.TryParse(Path.GetFileName(folder), out _))
            .Where(folder => Read(folder, "environ").Contains($"{Variable}={_mark}", StringComparison.Ordinal))
            .ToDictionary(
                folder => int.Parse(Path.GetFileName(folder), System.Globalization.CultureInfo.InvariantCulture),
                folder => Read(folder, "cmdline").Replace('\0', ' ')
            );

    /// <summary>The only one whose command line holds the words.</summary>
    public int Single(string words) =>
        Assert.Single(Alive(), member => member.Value.Contains(words, StringComparison.Ordinal)).Key;

    /// <summary>Waits until none lives; the caller's limit is what fails a test.</summary>
    public async Task GoneAsync(CancellationToken cancellationToken)
    {
        while (Alive() is { Count: > 0 } members)
        {
            try
            {
                await Task.WhenAll(members.Keys.Select(id => EndOfAsync(id, cancellationToken)));
            }
            catch (OperationCanceledException)
            {
                Assert.Fail($"Still running: {string.Join("; ", Alive().Values)}");
            }
        }
    }

    public async Task KillAsync()
    {
        while (Alive() is { Count: > 0 } members)
        {
            foreach (var id in members.Keys)
            {
                UnixSignal.Kill(id);
            }

            await Task.WhenAll(members.Keys.Select(id => EndOfAsync(id, CancellationToken.None)));
        }
    }

    /// <summary>Waits until one process has ended.</summary>
    public static async Task EndOfAsync(int id, CancellationToken cancellationToken)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            await process.WaitForExitAsync(cancellationToken);
        }
        catch (ArgumentException)
        {
            // It has ended in the meantime.
        }
    }

    private static string Read(string folder, string name)
    {
        try
        {
            return File.ReadAllText(Path.Combine(folder, name));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            // Another user's, or it has just ended.
            return "";
        }
    }
}
