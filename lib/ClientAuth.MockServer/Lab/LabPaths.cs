namespace ClientAuth.MockServer.Lab;

/// <summary>Where the lab's endpoints are, below the server's origin.</summary>
internal static class LabPaths
{
    public const string All = "/lab/";
    public const string Faults = "/lab/faults";
    public const string Release = "/lab/faults/release";
    public const string Exchanges = "/lab/exchanges";
    public const string Clock = "/lab/clock";
}
