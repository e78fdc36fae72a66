using System.Text.RegularExpressions;

namespace ClientAuth.Visuals.Transcripts;

/// <summary>Names under which a credential or a token travels; what they carry is shortened wherever it is shown.</summary>
internal static partial class CredentialNames
{
    private static readonly string[] Members =
    [
        "client_secret",
        "client_assertion",
        "access_token",
        "refresh_token",
        "id_token",
        "registration_access_token",
        "password",
        "code",
        "code_verifier",
        "assertion",
        "token",
        "subject_token",
        "client_attestation_token",
        "actor_token",
        "software_statement",
    ];

    private static readonly string[] Headers =
    [
        "Authorization",
        "Proxy-Authorization",
        "Cookie",
        "Set-Cookie",
        "DPoP",
        "OAuth-Client-Attestation",
        "OAuth-Client-Attestation-PoP",
    ];

    /// <summary>Whether a form parameter or JSON member of this name carries a credential; near misses in case or spaces count.</summary>
    public static bool IsMember(string name) => Members.Contains(name.Trim(), StringComparer.OrdinalIgnoreCase);

    public static bool IsHeader(string name) => Headers.Contains(name.Trim(), StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether text that is neither a form nor JSON speaks of a credential.</summary>
    public static bool AppearIn(string text) => Mention().IsMatch(text);

    /// <summary>Whether text assigns a value to a credential's name, as a form or JSON nested in another does.</summary>
    public static bool AreAssignedIn(string text) => Assignment().IsMatch(text);

    private const string Telling = "(client_secret|client_assertion|[a-z]+_token|password|code_verifier)";

    [GeneratedRegex(Telling, RegexOptions.IgnoreCase)]
    private static partial Regex Mention();

    [GeneratedRegex(Telling + """["'\s]*[=:]""", RegexOptions.IgnoreCase)]
    private static partial Regex Assignment();
}
