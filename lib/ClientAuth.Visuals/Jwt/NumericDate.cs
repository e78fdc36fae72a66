using System.Text.Json;
using ClientAuth.Visuals.Text;

namespace ClientAuth.Visuals.Jwt;

/// <summary>Seconds since 1970-01-01T00:00:00Z as a date beside the number (RFC 7519 §2).</summary>
internal static class NumericDate
{
    private static readonly double Earliest = DateTimeOffset.MinValue.ToUnixTimeSeconds();
    private static readonly double Latest = DateTimeOffset.MaxValue.ToUnixTimeSeconds();

    /// <summary>For example <c>1767225600 (2026-01-01T00:00:00Z)</c>, or what is wrong with the value.</summary>
    public static string Show(JsonElement value)
    {
        var raw = value.GetRawText();
        if (value.ValueKind != JsonValueKind.Number || !value.TryGetDouble(out var seconds))
        {
            return $"{raw} (no number, so no time)";
        }

        return seconds >= Earliest && seconds <= Latest
            ? $"{raw} ({Numbers.Utc(DateTimeOffset.FromUnixTimeSeconds((long)seconds))})"
            : $"{raw} (outside the calendar)";
    }
}
