using System.Collections;
using System.Globalization;
using System.Text.RegularExpressions;

namespace NotebookEngine.Failures;

/// <summary>A value on one line of at most 80 characters. What may be a secret is described, not shown.</summary>
internal static partial class ShortValue
{
    private const int MostCharacters = 80;

    internal static string Of(string name, Type type, object? value) =>
        value switch
        {
            null => "null",
            bool flag => flag ? "true" : "false",
            IFormattable and (ValueType or Uri) => Shortened(
                ((IFormattable)value).ToString(null, CultureInfo.InvariantCulture)
            ),
            string text when MayBeSecret(name, text) => $"(string, {text.Length} characters)",
            string text => Shortened($"\"{text}\""),
            ICollection items => $"({TypeName(value.GetType())}, {items.Count} items)",
            _ when SecretName.IsMatch(name) => $"({TypeName(value.GetType())})",
            _ => OwnText(value, type),
        };

    internal static bool MayBeSecret(string name, string text) => SecretName.IsMatch(name) || SecretText.IsMatch(text);

    private static string OwnText(object value, Type type)
    {
        try
        {
            var text = value.ToString() ?? "";
            return SecretText.IsMatch(text) ? $"({TypeName(type)})" : Shortened(text);
        }
        catch (Exception problem)
        {
            return $"({TypeName(type)}, whose ToString threw {problem.GetType().Name})";
        }
    }

    private static string TypeName(Type type) => type.Name.Split('`')[0];

    private static string Shortened(string text)
    {
        var line = WhiteSpace.Replace(text, " ");
        return line.Length <= MostCharacters ? line : $"{line[..(MostCharacters - 1)]}…";
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex WhiteSpace { get; }

    [GeneratedRegex(
        "secret|pass(word|phrase)|key|token|assertion|credential|authorization|jwt|jws|pem|pin",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex SecretName { get; }

    // A JWT, a PEM block with a private key, an Authorization header, a form with a credential in it.
    [GeneratedRegex(
        @"eyJ[\w-]{8}|PRIVATE KEY|\b(Basic|Bearer|DPoP) [\w+/=.-]{6}|(secret|assertion|password|token)=",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex SecretText { get; }
}
