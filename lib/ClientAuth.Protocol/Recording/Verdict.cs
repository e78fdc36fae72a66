namespace ClientAuth.Protocol.Recording;

/// <summary>How one check of the server ended.</summary>
public enum Verdict
{
    Passed,
    Failed,

    /// <summary>No check: here the server misbehaved on purpose, as its fault script told it to.</summary>
    Faulted,
}
