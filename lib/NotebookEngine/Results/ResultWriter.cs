using NotebookEngine.Files;

namespace NotebookEngine.Results;

/// <summary>
/// Writes what a command was asked to write. Each file is written by itself: one that cannot be written is told, and takes nothing
/// from the others.
/// </summary>
/// <param name="subject">What is written, for messages: <c>results</c>.</param>
/// <param name="error">Is told what could not be written, and why.</param>
/// <param name="clock">Measures how long a pipe may keep a cancelled command.</param>
internal sealed class ResultWriter(string subject, TextWriter error, TimeProvider clock)
{
    // The program at the other end had the whole run to open the pipe.
    private static readonly TimeSpan PatienceOnceCancelled = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan SilentWait = TimeSpan.FromSeconds(1);

    private readonly HashSet<string> _told = new(StringComparer.Ordinal);

    /// <summary>Whether all that was to be written is written.</summary>
    internal bool HasWrittenAll => _told.Count == 0;

    /// <summary>Writes a file, unless it would replace something else.</summary>
    /// <param name="file">Where to.</param>
    /// <param name="text">Makes the text.</param>
    /// <param name="cancellationToken">Ends the wait for the other end of a pipe, after a while.</param>
    internal Task WriteAsync(ResultFile file, Func<string> text, CancellationToken cancellationToken) =>
        AttemptAsync(
            file.Option,
            async () =>
            {
                // It may have come there while the notebooks ran.
                if (file.Refusal() is { } refusal)
                {
                    throw new IOException(refusal);
                }

                if (file.IsStream)
                {
                    await WriteStreamAsync(file, text(), cancellationToken);
                }
                else
                {
                    AtomicFile.Write(file.Path, text());
                }
            }
        );

    /// <summary>Does what writes; a failure is told.</summary>
    /// <param name="what">What is written, for the message.</param>
    /// <param name="write">Writes it.</param>
    /// <returns>Whether it is written.</returns>
    internal async Task<bool> AttemptAsync(string what, Func<Task> write)
    {
        try
        {
            await write();
            return true;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            // Files in one folder that cannot be made have one message.
            if (_told.Add($"{what}: {problem.Message}"))
            {
                await error.WriteLineAsync($"{subject} could not be written: {what}: {problem.Message}");
            }

            return false;
        }
    }

    private async Task WriteStreamAsync(ResultFile file, string text, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource();
        await using var cancelled = cancellationToken.Register(() => patience.CancelAfter(PatienceOnceCancelled));
        var writing = StreamFile.WriteAsync(file.Path, text, patience.Token);
        if (await Task.WhenAny(writing, Task.Delay(SilentWait, clock, CancellationToken.None)) != writing)
        {
            await error.WriteLineAsync($"{file.Option} waits until something reads '{file.Path}'");
        }

        try
        {
            await writing;
        }
        catch (OperationCanceledException)
        {
            throw new IOException($"nothing read '{file.Path}' before the command was cancelled");
        }
    }
}
