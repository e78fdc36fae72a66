using System.Text;

namespace ClientAuth.Lab.Exercises.Secrets;

/// <summary>The steps of a Basic header, for the answers that the exercises of lesson 01 know, and back.</summary>
internal static class BasicHeaderSteps
{
    public const string Scheme = "Basic ";

    public static string Header(string id, string secret) => Scheme + Of(id, secret);

    public static string Of(string id, string secret) => Base64($"{FormEncode(id)}:{FormEncode(secret)}");

    public static string FormEncode(string value) =>
        Uri.EscapeDataString(value).Replace("%20", "+", StringComparison.Ordinal);

    public static string ColonsOnly(string id, string secret) => $"{WithoutColons(id)}:{WithoutColons(secret)}";

    public static string PlusLeft(string id, string secret) =>
        $"{FormEncode(id)}:{FormEncode(secret).Replace("%2B", "+", StringComparison.Ordinal)}";

    public static string Base64(string text) => Convert.ToBase64String(Encoding.ASCII.GetBytes(text));

    public static string InBase64Url(string base64) => base64.TrimEnd('=').Replace('+', '-').Replace('/', '_');

    /// <summary>What stands before Base64 in a header that begins with the scheme; null where that is no Base64.</summary>
    public static string? Decoded(string header)
    {
        // Base64 with white space in it, or in another form than the one that its bytes get, is none for a server.
        var base64 = header[Scheme.Length..];
        var bytes = new byte[base64.Length];
        return
            Convert.TryFromBase64String(base64, bytes, out var length)
            && Convert.ToBase64String(bytes, 0, length) == base64
            ? Encoding.UTF8.GetString(bytes, 0, length)
            : null;
    }

    private static string WithoutColons(string part) => part.Replace(":", "%3A", StringComparison.Ordinal);
}
