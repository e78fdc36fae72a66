using System.Text.RegularExpressions;

namespace ClientAuth.Visuals.Transcripts;

/// <summary>Recognizes the names of credentials and tokens inside a text that is not read as a form or as JSON.</summary>
internal static partial class CredentialText
{
    /// <summary>Whether text that is neither a form nor JSON speaks of a credential.</summary>
    public static bool Mentions(string text) => Mention().IsMatch(text);

    /// <summary>Whether text assigns a value to a credential's name, as a form or JSON nested in another does.</summary>
    public static bool Assigns(string text) => Assignment().IsMatch(text);

    private const string Telling = "(client_secret|client_assertion|[a-z]+_token|password|code_verifier)";

    [GeneratedRegex(Telling, RegexOptions.IgnoreCase)]
    private static partial Regex Mention();

    [GeneratedRegex(Telling + """["'\s]*[=:]""", RegexOptions.IgnoreCase)]
    private static partial Regex Assignment();
}
