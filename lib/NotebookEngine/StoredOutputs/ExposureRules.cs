using System.Text.RegularExpressions;

namespace NotebookEngine.StoredOutputs;

/// <summary>
/// Secrets, private keys and paths, by what they look like. What is shortened with an ellipsis is none: it can be shown and not used.
/// </summary>
internal static partial class ExposureRules
{
    /// <summary>Rules that hold on every machine.</summary>
    public static IReadOnlyList<ExposureRule> All { get; } =
    [
        new("a private key (PEM)", Pem),
        new("a private key (DER in Base64)", Der),
        new("a private key (JWK)", Jwk),
        new("a whole signed token", SignedToken),
        new("credentials of an Authorization header", Authorization),
        new("a secret", Named),
        new("a path of this machine", MachinePath, IsSecret: false),
    ];

    /// <summary>Folders by their own names, which may lie anywhere.</summary>
    public static ExposureRule Folders(IEnumerable<string> folders) =>
        new("a path of this machine", new Regex(string.Join('|', folders.Select(FolderPattern))), IsSecret: false);

    // With the separators of either system, and as JSON in a text escapes them.
    private static string FolderPattern(string folder) =>
        string.Join(@"[\\/]+", folder.Split('/', '\\').Select(Regex.Escape)) + @"(?![\w.-])[^\s'""<>]*";

    [GeneratedRegex("-----BEGIN ([A-Z]+ )*PRIVATE KEY-----")]
    private static partial Regex Pem { get; }

    // The first bytes of PKCS#8 (RFC 5958) and SEC 1 (RFC 5915) with an elliptic curve's key, of PKCS#8 and PKCS#1 (RFC 8017) with an RSA key.
    [GeneratedRegex(
        @"(?<![\w+/])(MIG[\w+/]AgEAM|MIHuAgEAM|MEECAQAwEwYH|MHcCAQEE|MIGkAgEBB|MIHcAgEBB|MII[\w+/]{3}IBADAN|MII[\w+/]{3}IBAAKC)[\w+/]{40,}"
    )]
    private static partial Regex Der { get; }

    [GeneratedRegex(@"""(d|k)""\s*:\s*""[\w-]{20,}""")]
    private static partial Regex Jwk { get; }

    [GeneratedRegex(@"\beyJ[\w-]+\.[\w-]+\.[\w-]{12,}(?![\w-]*…)")]
    private static partial Regex SignedToken { get; }

    [GeneratedRegex(@"\b(Basic|Bearer|DPoP) +(?=[\w.~+/-]*\d)[\w.~+/-]{20,}={0,2}(?![\w.~+/-]*…)")]
    private static partial Regex Authorization { get; }

    // A name and its value, in JSON, in a form's body, or in a table's row.
    [GeneratedRegex(
        @"\b(client_secret|password|passphrase|access_token|refresh_token|id_token|api_key)""?\s*[:=\s]\s*""?(?=[\w.~+/-]*\d)(?=[\w.~+/-]*[A-Za-z])[\w.~+/-]{20,}={0,2}(?![\w.~+/-]*…)"
    )]
    private static partial Regex Named { get; }

    [GeneratedRegex(
        @"(?<![\w.:/~-])(file://)?/(home|Users|root|tmp|var|private|mnt|opt)/[\w.@-]+[^\s'""<>]*|(?<!\w)[A-Za-z]:\\+(Users|Windows|Temp|Program Files)\b[^\s'""<>]*"
    )]
    private static partial Regex MachinePath { get; }
}

/// <summary>A rule for text that must not be in a stored output, such as a secret.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Pattern">What it looks like, within one line.</param>
/// <param name="IsSecret">Whether a report may quote no more than the start of it.</param>
internal sealed record ExposureRule(string Name, Regex Pattern, bool IsSecret = true)
{
    private const int ShownCharacters = 12;

    /// <summary>The part of a match that a report may quote.</summary>
    internal string Shown(Match match) =>
        IsSecret && match.Length > ShownCharacters ? $"{match.Value[..ShownCharacters]}…" : match.Value;
}
