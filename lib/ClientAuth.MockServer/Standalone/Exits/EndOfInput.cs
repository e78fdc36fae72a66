namespace ClientAuth.MockServer.Standalone.Exits;

/// <summary>
/// Asks for the end of a run when standard input ends. The system closes that pipe when the process at its other end is gone, on every
/// platform and however it went.
/// </summary>
internal static class EndOfInput
{
    /// <summary>Watches from now on, on a thread of its own: a read from a pipe cannot be given up everywhere.</summary>
    /// <param name="input">Read to its end; what comes is of no interest.</param>
    /// <param name="end">Called once.</param>
    public static void Watch(Stream input, Action end) =>
        new Thread(() =>
        {
            try
            {
                input.CopyTo(Stream.Null);
            }
            catch (IOException)
            {
                // A pipe that breaks has ended, too; unhandled, it would end the process and leave the keys behind.
            }

            end();
        })
        {
            IsBackground = true,
            Name = "end of input",
        }.Start();
}
