namespace ClientAuth.Client.TokenRequests;

/// <summary>How long a token lives, as its <c>expires_in</c> says (RFC 6749 §5.1).</summary>
internal static class TokenLifetime
{
    // A server may send any number of seconds; a calendar ends.
    private static readonly TimeSpan Longest = TimeSpan.FromDays(365);

    public static TimeSpan Of(long seconds) => seconds < Longest.TotalSeconds ? TimeSpan.FromSeconds(seconds) : Longest;
}
