using System.Globalization;
using System.Text.Json;
using NotebookEngine.Files;

namespace NotebookEngine.Learners;

/// <summary>
/// Takes exercises out of a progress file. Kernels may add to it meanwhile: as they do, it reads and writes while it holds the lock
/// beside the file.
/// </summary>
/// <param name="path">Absolute.</param>
/// <param name="clock">Dates the file that is kept aside.</param>
/// <param name="patience">How long to wait for others.</param>
internal sealed class ProgressReset(string path, TimeProvider clock, TimeSpan patience)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    /// <summary>Takes out what is meant.</summary>
    /// <returns>What was taken out.</returns>
    /// <exception cref="UnusableProgressException">The file is no progress of a version known here, or cannot be read.</exception>
    /// <exception cref="IOException">It cannot be written, or others have held it for too long.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    internal async Task<IReadOnlyList<SolvedExercise>> RemoveAsync(
        Func<SolvedExercise, bool> isMeant,
        CancellationToken cancellationToken
    )
    {
        if (!Path.Exists(path))
        {
            return [];
        }

        await using var turn = await LockAsync(cancellationToken);
        CheckWritable();
        var removed = ProgressReader.Read(path).ToLookup(isMeant);
        if (removed[true].Any())
        {
            AtomicFile.Write(path, Text([.. removed[false]]));
        }

        return [.. removed[true]];
    }

    /// <summary>Moves the file to another name beside it, whatever is in it.</summary>
    /// <returns>The path where it is kept; null where there was none.</returns>
    /// <exception cref="IOException">It cannot be moved, or others have held it for too long.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be moved.</exception>
    internal async Task<string?> SetAsideAsync(CancellationToken cancellationToken)
    {
        if (!Path.Exists(path))
        {
            return null;
        }

        await using var turn = await LockAsync(cancellationToken);
        CheckWritable();
        var stamp = clock.GetUtcNow().ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        var aside = $"{path}.set-aside-{stamp}";
        for (var number = 2; Path.Exists(aside); number++)
        {
            aside = string.Create(CultureInfo.InvariantCulture, $"{path}.set-aside-{stamp}-{number}");
        }

        File.Move(path, aside);
        return aside;
    }

    private static string Text(IReadOnlyList<SolvedExercise> exercises) =>
        JsonSerializer.Serialize(
            new ProgressDocument
            {
                Format = ProgressDocument.FormatName,
                Version = ProgressDocument.KnownVersion,
                Exercises = exercises,
            },
            ProgressFileJson.Default.ProgressDocument
        ) + "\n";

    private void CheckWritable()
    {
        if (Directory.Exists(path))
        {
            throw new IOException($"'{path}' is a folder, not a file.");
        }

        if (File.Exists(path) && File.GetAttributes(path).HasFlag(FileAttributes.ReadOnly))
        {
            // A move would replace it all the same.
            throw new UnauthorizedAccessException($"'{path}' is read-only.");
        }
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
