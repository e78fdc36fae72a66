namespace ClientAuth.Lab.Exercises.Rotation;

/// <summary>An install that asks for a token after a step of a runbook.</summary>
/// <param name="Step">The step, or the one that is under way.</param>
/// <param name="Install">What it has of the two rotations.</param>
/// <param name="Answer">The server's, or what the app said of the server.</param>
/// <param name="Broke">Which of its credentials was refused; null where it got a token.</param>
internal sealed record RunbookVisit(string Step, RunbookInstall Install, string Answer, RunbookFault? Broke);

/// <summary>Why an install gets no token.</summary>
internal enum RunbookFault
{
    /// <summary>The server trusts the authority of its certificate not yet, or not any more.</summary>
    Certificate,

    /// <summary>The app has no pin of the server's key.</summary>
    Pin,
}
