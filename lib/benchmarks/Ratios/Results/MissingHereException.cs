namespace Ratios.Results;

/// <summary>A ratio cannot be measured on this machine, since something that it needs is not there. Its message says what.</summary>
internal sealed class MissingHereException(string what) : Exception(what)
{
    /// <param name="what">What is missing; null where nothing is.</param>
    /// <exception cref="MissingHereException">Something is.</exception>
    public static void ThrowIf(string? what)
    {
        if (what is not null)
        {
            throw new MissingHereException(what);
        }
    }
}
