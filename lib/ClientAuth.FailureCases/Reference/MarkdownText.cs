using System.Text.RegularExpressions;

namespace ClientAuth.FailureCases.Reference;

/// <summary>Text made safe for a table cell of GitHub's Markdown.</summary>
internal static partial class MarkdownText
{
    /// <summary>Text that is shown as it stands.</summary>
    public static string Escape(string text) =>
        Special().Replace(text.ReplaceLineEndings(" "), @"\$0").Replace("&", "&amp;").Replace("\\<", "&lt;");

    public static string Code(string name) => $"`{name.Replace("`", "'")}`";

    /// <summary>What GitHub makes of a heading: lower case, spaces to hyphens, everything else but letters, digits and hyphens gone.</summary>
    public static string Anchor(string heading) => NoAnchor().Replace(heading.ToLowerInvariant(), "").Replace(' ', '-');

    [GeneratedRegex(@"[\\`*_{}\[\]<>|#~]")]
    private static partial Regex Special();

    [GeneratedRegex(@"[^\p{L}\p{N}\- ]")]
    private static partial Regex NoAnchor();
}
