namespace ClientAuth.Lab.Exercises;

/// <summary>Why an install gets no token.</summary>
internal enum RunbookFault
{
    /// <summary>The server trusts the authority of its certificate not yet, or not any more.</summary>
    Certificate,

    /// <summary>The app has no pin of the server's key.</summary>
    Pin,
}
