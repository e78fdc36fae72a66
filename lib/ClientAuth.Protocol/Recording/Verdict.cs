namespace ClientAuth.Protocol.Recording;

/// <summary>How one check of the server ended.</summary>
public enum Verdict
{
    Passed,
    Failed,
}
