namespace ClientAuth.Client.TokenRequests;

/// <summary><c>application/x-www-form-urlencoded</c> as in RFC 6749 Appendix B: UTF-8, a space as <c>+</c>.</summary>
internal static class FormEncoding
{
    public static string Encode(string value) =>
        Uri.EscapeDataString(value).Replace("%20", "+", StringComparison.Ordinal);

    public static string Encode(IEnumerable<KeyValuePair<string, string>> parameters) =>
        string.Join('&', parameters.Select(one => $"{Encode(one.Key)}={Encode(one.Value)}"));
}
