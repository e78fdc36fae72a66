namespace ClientAuth.FailureCases.Tester.Verdicts;

/// <summary>What became of a case at a server.</summary>
internal enum ServerVerdict
{
    /// <summary>Everything was answered as the case expects.</summary>
    Held,

    /// <summary>A token, or another success, where a refusal is expected.</summary>
    Accepted,

    /// <summary>A refusal where a success is expected.</summary>
    Refused,

    /// <summary>A refusal with another status or error code.</summary>
    AnotherError,

    /// <summary>The right outcome with another status of success, another member of the body, or without a header that is due.</summary>
    AnotherAnswer,

    /// <summary>The case itself was answered as expected, and what was sent after it was not.</summary>
    OtherwiseAfterwards,

    /// <summary>The server had no time for it (429, 503), gave no answer in time, or could not be reached.</summary>
    NotAnswered,

    /// <summary>It could not be asked of this server.</summary>
    NotApplicable,
}
