using System.Diagnostics.CodeAnalysis;

namespace ClientAuth.MockServer.Platforms.Evidence;

/// <summary>Bytes of evidence, written in Base64 with padding (RFC 4648 §4) in one spelling only.</summary>
internal static class EvidenceBytes
{
    public static bool TryDecode(string? base64, [NotNullWhen(true)] out byte[]? bytes)
    {
        var room = new byte[(base64?.Length ?? 0) / 4 * 3];
        bytes =
            base64 is { Length: > 0 }
            && Convert.TryFromBase64String(base64, room, out var length)
            && Convert.ToBase64String(room, 0, length) == base64
                ? room[..length]
                : null;
        return bytes is not null;
    }
}
