using System.Text.RegularExpressions;

namespace ClientAuth.Lab.ClientFiles;

/// <summary>Recognizes values that were never set: null or empty, a placeholder that was not filled in, or the text of a sample.</summary>
internal static partial class MissingValue
{
    private const string FailAtStart = "Let the program fail at start, and name the setting in the message.";

    // What programs write in place of nothing, and what stands in samples until somebody replaces it.
    private static readonly string[] Words =
    [
        "null",
        "nil",
        "none",
        "undefined",
        "changeme",
        "change-me",
        "todo",
        "secret",
        "password",
        "your-client-secret",
        "your_client_secret",
        "client_secret",
    ];

    /// <summary>Null where a value has arrived. The text itself is never part of the explanation.</summary>
    public static CredentialFlaw? Explain(string? text) =>
        text switch
        {
            null => new(
                "The value never arrived: it is null.",
                $"Is the variable set, and under this name? {FailAtStart}"
            ),
            "" => new("The value never arrived: it is empty.", $"Is the variable set to something? {FailAtStart}"),
            _ => OfText(text.Trim()),
        };

    private static CredentialFlaw? OfText(string text) =>
        text.Length == 0 ? new("The value never arrived: it is white space only.", FailAtStart)
        : Placeholder.IsMatch(text)
            ? new(
                "The value never arrived: this is a placeholder that no tool replaced.",
                $"Which tool should have replaced it, and did it know the name? {FailAtStart}"
            )
        : text.All(one => one is '*' or '•' or 'x' or 'X')
            ? new(
                "The value never arrived: this is the mask that an export shows in place of a secret.",
                "Copy the secret from where it is kept, not from the export."
            )
        : Words.Contains(text, StringComparer.OrdinalIgnoreCase)
            ? new("The value never arrived: this word stands for 'no value', or comes from a sample.", FailAtStart)
        : null;

    // ${NAME}  $NAME  $(NAME)  %NAME%  {{ name }}  {name}  #{name}#  <name>
    [GeneratedRegex(
        @"^(\$\{.*\}|\$[A-Z_][A-Z0-9_]*|\$\(.*\)|%\w+%|\{[^{}"":]*\}|\{\{.*\}\}|#\{.*\}#?|<.*>)$",
        RegexOptions.Singleline
    )]
    private static partial Regex Placeholder { get; }
}
