namespace ClientAuth.Client.TokenRequests;

/// <summary>Turns <c>expires_in</c> (RFC 6749 §5.1) into a lifetime of at most a year.</summary>
internal static class TokenLifetime
{
    // A server may send any number of seconds; a calendar ends.
    private static readonly TimeSpan Longest = TimeSpan.FromDays(365);

    public static TimeSpan Of(long seconds) => seconds < Longest.TotalSeconds ? TimeSpan.FromSeconds(seconds) : Longest;
}
