using System.Text.Json;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Assertions;

/// <summary>The one value of <c>aud</c> (RFC 7519 §4.1.3).</summary>
internal static class SoleAudience
{
    /// <summary>Null where there is none, more than one, or one in another form than the policy allows.</summary>
    public static string? Of(DecodedJwt jwt, AudienceForm form)
    {
        if (!jwt.Payload.TryGetProperty("aud", out var aud))
        {
            return null;
        }

        var sole =
            form == AudienceForm.StringOrSingleElementArray
            && aud.ValueKind == JsonValueKind.Array
            && aud.GetArrayLength() == 1
                ? aud[0]
                : aud;
        return sole.ValueKind == JsonValueKind.String ? sole.GetString() : null;
    }
}
