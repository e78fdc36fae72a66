namespace ClientAuth.MockServer.Standalone.Exits;

/// <summary>Why the program does not start, in one line for whoever typed the command.</summary>
internal sealed class StartFailure : Exception
{
    private StartFailure(int exitCode, string message, Exception? cause)
        : base(message, cause) => ExitCode = exitCode;

    public int ExitCode { get; }

    /// <summary>The command line is wrong, or a file that it names.</summary>
    public static StartFailure Usage(string message, Exception? cause = null) => new(ExitCodes.Usage, message, cause);

    /// <summary>The command is right, and the machine does not allow it.</summary>
    public static StartFailure Machine(string message, Exception? cause = null) =>
        new(ExitCodes.CouldNotStart, message, cause);
}
