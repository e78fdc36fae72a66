namespace ClientAuth.SharedState;

/// <summary>The shared state cannot make a decision now. The message says what happened and what to do; it holds no secret.</summary>
/// <param name="message">For an operator; no client is told.</param>
/// <param name="retryAfter">After how long another attempt may succeed.</param>
/// <param name="cause">What said so, if anything did.</param>
public sealed class SharedStateException(string message, TimeSpan retryAfter, Exception? cause = null)
    : Exception(message, cause)
{
    /// <summary>After how long another attempt may succeed.</summary>
    public TimeSpan RetryAfter => retryAfter;
}
