using System.Globalization;

namespace NotebookEngine.Installation.Checks;

/// <summary>
/// The clock is not behind the files that this machine has written: tokens and certificates would be from the future.
/// </summary>
internal sealed class ClockCheck(EngineBuild build, TimeProvider clock) : ICheck
{
    private const string Subject = "clock";

    // File systems round, and a container's clock may be a little off its host's.
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(1);

    public Task<IReadOnlyList<Finding>> RunAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var newest = Directory.EnumerateFiles(build.Folder).Max(File.GetLastWriteTimeUtc);
        return Task.FromResult<IReadOnlyList<Finding>>([
            now.UtcDateTime >= newest - Tolerance
                ? Finding.Ok(Subject, $"{Text(now.UtcDateTime)}, and later than the build")
                : Finding.Problem(
                    Subject,
                    $"it is {Text(now.UtcDateTime)}, but the build has a file of {Text(newest)}",
                    "set the clock, and let the system keep it by network time; the time zone does not matter"
                ),
        ]);
    }

    private static string Text(DateTime time) =>
        time.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);
}
