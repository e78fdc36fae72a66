namespace ClientAuth.Visuals.Timelines;

/// <summary>When a server takes assertions of one <c>iat</c> and one <c>exp</c>, and what it answered at some moments.</summary>
/// <param name="Lifetime">From <c>iat</c> to <c>exp</c>.</param>
/// <param name="Skew">How far the clocks of client and server may differ.</param>
/// <param name="Trials">What was sent, in order.</param>
public sealed record AssertionWindow(TimeSpan Lifetime, TimeSpan Skew, IReadOnlyList<AssertionTrial> Trials)
{
    /// <summary>When the first of them was accepted; its <c>jti</c> is remembered from then on. Null where none was.</summary>
    public TimeSpan? FirstUse =>
        Trials.Where(trial => trial.FailingCheck is null).Select(trial => (TimeSpan?)trial.After).Min();

    /// <summary>When the assertion can no longer be accepted, and its <c>jti</c> is forgotten.</summary>
    public TimeSpan End => Lifetime + Skew;
}
