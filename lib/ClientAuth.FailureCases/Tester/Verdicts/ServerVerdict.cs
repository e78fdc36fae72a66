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

    /// <summary>A success with other members in its body.</summary>
    AnotherBody,

    /// <summary>The case itself was answered as expected, and what was sent after it was not.</summary>
    OtherwiseAfterwards,

    /// <summary>It could not be asked of this server.</summary>
    NotApplicable,
}
