namespace ClientAuth.FailureCases.Tester.Usage;

/// <summary>How the program ends.</summary>
internal static class ExitCodes
{
    /// <summary>Every case that a specification settles was answered as it demands.</summary>
    public const int Held = 0;

    /// <summary>A case that a specification settles was answered otherwise or not at all, a client got no token, or nothing could be asked.</summary>
    public const int Failed = 1;

    /// <summary>The command line is wrong, or a file that it names.</summary>
    public const int Usage = 2;

    /// <summary>The server cannot be asked: not reached, not trusted, or without metadata.</summary>
    public const int NoServer = 3;

    /// <summary>A report could not be written.</summary>
    public const int NotWritten = 5;

    /// <summary>Cancelled, by Ctrl+C for example.</summary>
    public const int Cancelled = 130;
}
