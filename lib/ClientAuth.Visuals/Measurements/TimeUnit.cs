namespace ClientAuth.Visuals.Measurements;

/// <summary>What a chart of durations counts in.</summary>
public enum TimeUnit
{
    /// <summary>For computing a credential.</summary>
    Microsecond,

    /// <summary>For what crosses a wire.</summary>
    Millisecond,
}
