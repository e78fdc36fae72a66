using ClientAuth.MockServer.Standalone.Exits;

namespace ClientAuth.MockServer.Standalone.Files;

/// <summary>A file that the program reads, or the reason why it cannot.</summary>
internal sealed class InputFile(TimeProvider clock, CancellationToken stop)
{
    // Far longer than a shell takes to write into <(...); a pipe that nobody writes into would be waited for without an end.
    private static readonly TimeSpan LongestRead = TimeSpan.FromSeconds(10);

    /// <param name="name">What kind of file it is, in a word.</param>
    /// <param name="path">The file; a pipe will do.</param>
    /// <param name="read">Reads it; throws <see cref="InvalidDataException"/> where its content is wrong.</param>
    /// <exception cref="StartFailure">The file is not there, is wrong or cannot be read; the message names it.</exception>
    /// <exception cref="OperationCanceledException">The program was asked to end.</exception>
    public async Task<T> ReadAsync<T>(string name, string path, Func<string, T> read)
    {
        if (Directory.Exists(path))
        {
            throw StartFailure.Usage($"The {name} file '{path}' is a folder; name a file.");
        }

        try
        {
            // On a thread of its own, which is left behind where it waits for a pipe: no call could wake it.
            var reading = Task.Factory.StartNew(
                () => read(path),
                CancellationToken.None,
                TaskCreationOptions.LongRunning,
                TaskScheduler.Default
            );
            return await reading.WaitAsync(LongestRead, clock, stop);
        }
        catch (TimeoutException e)
        {
            throw StartFailure.Machine(
                $"The {name} file '{path}' cannot be read: it did not end within {LongestRead.TotalSeconds:0} s.",
                e
            );
        }
        catch (Exception e) when (e is FileNotFoundException or InvalidDataException)
        {
            throw StartFailure.Usage(e.Message, e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw StartFailure.Machine($"The {name} file '{path}' cannot be read: {e.Message}", e);
        }
    }
}
