namespace ClientAuth.Client;

/// <summary>How a response was lost of which the client had a connection, so that the server may have acted.</summary>
public enum LostResponse
{
    /// <summary>It had not begun when the deadline passed.</summary>
    Late,

    /// <summary>It had begun, and was not complete when the deadline passed.</summary>
    NotComplete,

    /// <summary>The connection ended before it began.</summary>
    Never,

    /// <summary>The connection ended within it.</summary>
    CutOff,
}
