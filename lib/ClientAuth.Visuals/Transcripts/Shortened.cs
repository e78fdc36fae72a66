using System.Text.RegularExpressions;
using ClientAuth.Protocol;
using ClientAuth.Visuals.Text;

namespace ClientAuth.Visuals.Transcripts;

/// <summary>Credentials as they are shown: enough to recognise one, never enough to use it.</summary>
internal static partial class Shortened
{
    /// <summary>What a transcript says about itself.</summary>
    public const string Rule =
        "shortened: of secrets and tokens the first characters and the length are shown, of assertions all but the signature, of very long values the beginning";

    private const int MostShown = 6;
    private const int LongestWhole = 400;
    private const int BeginningOfLong = 20;

    /// <summary>For example <c>czZCaG… (48 characters)</c>; of short values less than a quarter is shown.</summary>
    public static string Secret(string value) =>
        value.Length == 0 ? "" : $"{Start(value)}… ({Numbers.Show(value.Length)} characters)";

    /// <summary>A value that is no credential; certificates, for example, are public, and too long to be read.</summary>
    public static string Public(string value) =>
        value.Length <= LongestWhole ? value : $"{value[..BeginningOfLong]}… ({Numbers.Show(value.Length)} characters)";

    /// <summary>A JWT's header and claims are no secret, its signature is what makes it one.</summary>
    public static string Assertion(string value) =>
        CompactJwt().Match(value) is { Success: true } jwt
            ? $"{jwt.Groups["signed"].Value}.{Secret(jwt.Groups["signature"].Value)}"
            : Secret(value);

    /// <summary>The scheme stays, what follows it is the credential.</summary>
    public static string Header(string name, string value)
    {
        if (!CredentialNames.IsHeader(name))
        {
            return value;
        }

        var space = value.IndexOf(' ', StringComparison.Ordinal);
        var hasScheme = name.EndsWith("Authorization", StringComparison.OrdinalIgnoreCase) && space > 0;
        return hasScheme ? $"{value[..space]} {Secret(value[(space + 1)..])}" : Secret(value);
    }

    /// <summary>The value of a form parameter or JSON member.</summary>
    public static string Member(string name, string value) =>
        !CredentialNames.IsMember(name) ? value
        : name.Contains("assertion", StringComparison.OrdinalIgnoreCase)
        || name.Contains("statement", StringComparison.OrdinalIgnoreCase)
            ? Assertion(value)
        : Secret(value);

    // "eyJ" is how base64url begins where JSON begins with {" .
    [GeneratedRegex(@"^(?<signed>eyJ[A-Za-z0-9_-]*\.eyJ[A-Za-z0-9_-]*)\.(?<signature>[A-Za-z0-9_-]*)$")]
    private static partial Regex CompactJwt();

    private static string Start(string value) => value[..Math.Min(MostShown, value.Length / 4)];
}
