using System.Text;
using Microsoft.Win32.SafeHandles;

namespace NotebookEngine.Files;

/// <summary>Writes into what is no regular file: a pipe, a device, or a file that is open already. It is never replaced.</summary>
internal static class StreamFile
{
    /// <summary>Whether text for this path goes into what is there.</summary>
    internal static bool Is(string path) => Descriptor.Of(path) is not null || FileKinds.Of(path) is FileKind.Stream;

    /// <summary>Writes the text. A pipe that nothing reads makes it wait.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    /// <exception cref="OperationCanceledException">Cancelled; a thread may still wait for the other end of the pipe.</exception>
    internal static Task WriteAsync(string path, string text, CancellationToken cancellationToken) =>
        Task.Run(() => Write(path, Encoding.UTF8.GetBytes(text)), CancellationToken.None).WaitAsync(cancellationToken);

    private static void Write(string path, ReadOnlySpan<byte> text)
    {
        using var stream = Descriptor.Of(path) is { } number
            ? new FileStream(new SafeFileHandle(number, ownsHandle: false), FileAccess.Write, bufferSize: 0)
            : new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
        stream.Write(text);
        // Asking for the handle moves the system's position behind the text, where the next writer goes on.
        _ = stream.SafeFileHandle;
    }
}
