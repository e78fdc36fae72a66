using System.Globalization;
using ClientAuth.Credentials.Files;

namespace ClientAuth.Lab.Learners;

/// <summary>
/// A learner's progress file. Several kernels may add to it at once: each reads, adds and writes while it holds the lock beside the
/// file. A reader needs no lock, because the file is replaced as a whole.
/// </summary>
/// <param name="path">Absolute; the file and its folder need not exist.</param>
/// <param name="clock">Dates a file that is set aside.</param>
/// <param name="patience">How long to wait for others.</param>
internal sealed class ProgressFile(string path, TimeProvider clock, TimeSpan patience)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    /// <summary>What it holds; nothing where there is no file yet.</summary>
    /// <exception cref="ProgressFormatException">It is no progress of a version known here.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public IReadOnlyList<SolvedExercise> Read()
    {
        if (Directory.Exists(path))
        {
            throw new IOException($"'{path}' is a folder, not a file.");
        }

        try
        {
            return ProgressFormat.Parse(File.ReadAllText(path));
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            // Asked beforehand, the system says of a link to nothing that it is there.
            return [];
        }
    }

    /// <summary>Adds an exercise, unless it is there already. A file that is no progress is set aside under another name.</summary>
    /// <exception cref="IOException">It cannot be written, is of a newer version, or others have held it for too long.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    public async Task<ProgressChange> AddAsync(SolvedExercise exercise, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await using var turn = await LockAsync(cancellationToken);
        if (File.Exists(path) && File.GetAttributes(path).HasFlag(FileAttributes.ReadOnly))
        {
            // A move would replace it all the same.
            throw new UnauthorizedAccessException($"'{path}' is read-only.");
        }

        var (before, setAside) = ReadOrSetAside();
        if (before.Any(exercise.IsSameAs))
        {
            return new ProgressChange(before, setAside);
        }

        IReadOnlyList<SolvedExercise> after = [.. before, exercise];
        AtomicFile.Write(path, ProgressFormat.Write(after));
        return new ProgressChange(after, setAside);
    }

    private (IReadOnlyList<SolvedExercise> Exercises, (string Path, string Why)? SetAside) ReadOrSetAside()
    {
        try
        {
            return (Read(), null);
        }
        catch (ProgressFormatException problem) when (problem.IsNewer)
        {
            // Of use elsewhere: two checkouts would take turns in setting each other's file aside.
            throw new IOException($"'{path}' cannot be used: {problem.Message}. {problem.Consequence}");
        }
        catch (ProgressFormatException problem)
        {
            return ([], (SetAside(), problem.Message));
        }
    }

    private string SetAside()
    {
        var stamp = clock.GetUtcNow().ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        var aside = $"{path}.set-aside-{stamp}";
        for (var number = 2; Path.Exists(aside); number++)
        {
            aside = FormattableString.Invariant($"{path}.set-aside-{stamp}-{number}");
        }

        File.Move(path, aside);
        return aside;
    }

    // The system frees it when a process ends, however it ends. The file stays: removing it would race with who opens it next.
    private async Task<FileStream> LockAsync(CancellationToken cancellationToken)
    {
        var started = clock.GetTimestamp();
        while (true)
        {
            try
            {
                return new FileStream($"{path}.lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (clock.GetElapsedTime(started) < patience)
            {
                await Task.Delay(Pause, clock, cancellationToken);
            }
        }
    }
}

/// <summary>What came of adding to a progress file.</summary>
/// <param name="Exercises">All that it holds now.</param>
/// <param name="SetAside">Where an unusable file is now, and what was wrong with it; null as a rule.</param>
internal sealed record ProgressChange(IReadOnlyList<SolvedExercise> Exercises, (string Path, string Why)? SetAside);
