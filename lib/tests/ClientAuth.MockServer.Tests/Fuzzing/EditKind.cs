namespace ClientAuth.MockServer.Tests.Fuzzing;

public enum EditKind
{
    Insert,
    Replace,
    Delete,

    /// <summary>The rest of the text goes.</summary>
    Cut,

    /// <summary>The rest of the text comes twice.</summary>
    Repeat,
}
