using System.Text.Json;

namespace ClientAuth.MockServer.Assertions;

/// <summary>A JSON number of seconds since 1970-01-01T00:00:00Z, fractions allowed (RFC 7519 §2).</summary>
internal static class NumericDate
{
    // The last second that DateTimeOffset can hold.
    private const double Maximum = 253402300799;

    /// <summary>False for strings, negative numbers, and numbers too great to be a date, infinity included.</summary>
    public static bool TryRead(JsonElement element, out DateTimeOffset date)
    {
        date = default;
        if (
            element.ValueKind != JsonValueKind.Number
            || !element.TryGetDouble(out var seconds)
            || seconds is not (>= 0 and <= Maximum)
        )
        {
            return false;
        }

        date = DateTimeOffset.UnixEpoch.AddSeconds(seconds);
        return true;
    }
}
