using System.Diagnostics.CodeAnalysis;
using System.Text;
using ClientAuth.MockServer.Checks;

namespace ClientAuth.MockServer.Reading;

/// <summary>
/// Reads <c>client_secret_basic</c>: Base64, split at the first colon, then each part form-decoded once (RFC 6749 §2.3.1,
/// Appendix B).
/// </summary>
internal static class AuthorizationHeader
{
    public const string Name = "Authorization";

    private const string Mechanism = "an Authorization header";

    public static Attempt? Read(FormRequest request)
    {
        var values = request.Incoming.Values(Name);
        return values switch
        {
            [] => null,
            [var value] => Read(value),
            _ => Unreadable($"{values.Count} headers"),
        };
    }

    private static Attempt Read(string value)
    {
        var parts = value.Split(' ', 2, StringSplitOptions.TrimEntries);
        if (!parts[0].Equals("Basic", StringComparison.OrdinalIgnoreCase))
        {
            return Unreadable($"the scheme {Quote.Unknown(parts[0])}");
        }

        if (parts.Length < 2 || !TryDecodeBase64(parts[1], out var pair))
        {
            return Unreadable($"{parts.ElementAtOrDefault(1)?.Length ?? 0} characters that are no Base64");
        }

        if (pair.Split(':', 2) is not [var encodedId, var encodedSecret])
        {
            return Unreadable($"{pair.Length} characters without ':'");
        }

        if (!FormEncoding.TryDecode(encodedId, out var id) || !FormEncoding.TryDecode(encodedSecret, out var secret))
        {
            return Unreadable("a part that is not form-encoded");
        }

        return VisibleCharacters.Only(id) && VisibleCharacters.Only(secret)
            ? Attempt.Read(
                new PresentedCredential.Basic(id, secret),
                Format(true, $"an id of {id.Length} and a secret of {secret.Length} characters")
            )
            : Unreadable("a character outside printable ASCII");
    }

    // Convert.FromBase64String skips white space; encoding again shows whether there was any.
    private static bool TryDecodeBase64(string base64, [NotNullWhen(true)] out string? text)
    {
        var bytes = new byte[base64.Length];
        text = null;
        if (
            !Convert.TryFromBase64String(base64, bytes, out var length)
            || Convert.ToBase64String(bytes, 0, length) != base64
        )
        {
            return false;
        }

        text = Encoding.Latin1.GetString(bytes, 0, length);
        return true;
    }

    private static Attempt Unreadable(string seen) => Attempt.Unreadable(Mechanism, Format(false, seen));

    private static CheckResult Format(bool holds, string seen) =>
        new(Rules.SecretFormat, holds, "Basic, Base64 of form-encoded id, ':' and form-encoded secret", seen);
}
