using System.Collections.Frozen;
using System.Globalization;

namespace ClientAuth.Protocol.Tls;

/// <summary>Decodes an alert: one side reports an error or closes the connection (RFC 8446 §6, RFC 5246 §7.2).</summary>
internal static class TlsAlert
{
    private static readonly FrozenDictionary<int, string> Descriptions = new Dictionary<int, string>
    {
        [0] = "close_notify",
        [10] = "unexpected_message",
        [20] = "bad_record_mac",
        [22] = "record_overflow",
        [40] = "handshake_failure",
        [42] = "bad_certificate",
        [43] = "unsupported_certificate",
        [44] = "certificate_revoked",
        [45] = "certificate_expired",
        [46] = "certificate_unknown",
        [47] = "illegal_parameter",
        [48] = "unknown_ca",
        [49] = "access_denied",
        [50] = "decode_error",
        [51] = "decrypt_error",
        [70] = "protocol_version",
        [71] = "insufficient_security",
        [80] = "internal_error",
        [86] = "inappropriate_fallback",
        [90] = "user_canceled",
        [100] = "no_renegotiation",
        [109] = "missing_extension",
        [110] = "unsupported_extension",
        [112] = "unrecognized_name",
        [113] = "bad_certificate_status_response",
        [115] = "unknown_psk_identity",
        [116] = "certificate_required",
        [120] = "no_application_protocol",
    }.ToFrozenDictionary();

    /// <summary>For example <c>fatal handshake_failure (40)</c>.</summary>
    public static string Decode(WireReader reader)
    {
        var level = reader.Number("level", 1, LevelOf);
        var description = reader.Number("description", 1, DescriptionOf);
        reader.MustEnd();
        return $"{LevelOf(level)} {DescriptionOf(description)}";
    }

    private static string LevelOf(int level) =>
        level switch
        {
            1 => "warning",
            2 => "fatal",
            _ => $"level {level.ToString(CultureInfo.InvariantCulture)}",
        };

    private static string DescriptionOf(int description)
    {
        var number = description.ToString(CultureInfo.InvariantCulture);
        return Descriptions.TryGetValue(description, out var name) ? $"{name} ({number})" : number;
    }
}
