namespace ClientAuth.MockServer.Standalone.Exits;

/// <summary>How the program ends.</summary>
internal static class ExitCodes
{
    /// <summary>It ran until it was asked to stop.</summary>
    public const int Ended = 0;

    /// <summary>The machine did not allow it: a port that is taken, a folder that cannot be written.</summary>
    public const int CouldNotStart = 1;

    /// <summary>The command line is wrong, or a file that it names.</summary>
    public const int Usage = 2;
}
