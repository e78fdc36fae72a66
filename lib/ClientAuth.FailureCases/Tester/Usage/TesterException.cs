namespace ClientAuth.FailureCases.Tester.Usage;

/// <summary>Why the tester ends, in words for whoever typed the command. It never quotes a credential.</summary>
internal sealed class TesterException : Exception
{
    private TesterException(int exitCode, string message, Exception? cause)
        : base(message, cause) => ExitCode = exitCode;

    /// <summary>One of <see cref="ExitCodes"/>.</summary>
    public int ExitCode { get; }

    /// <summary>The command line is wrong, or a file that it names.</summary>
    public static TesterException Usage(string message, Exception? cause = null) =>
        new(ExitCodes.Usage, message, cause);

    /// <summary>The server cannot be asked.</summary>
    public static TesterException NoServer(string message, Exception? cause = null) =>
        new(ExitCodes.NoServer, message, cause);

    /// <summary>A report could not be written.</summary>
    public static TesterException NotWritten(string message, Exception? cause = null) =>
        new(ExitCodes.NotWritten, message, cause);
}
