using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace ClientAuth.Lab.Exercises.ClientFiles;

/// <summary>The values that the guard of lesson 16 is tried with, and what it should say.</summary>
internal static partial class ArrivedValueExercise
{
    private const int RandomValues = 200;
    private const string AnyLetter = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private const string OddCharacters = AnyLetter + "0123456789$%{}<>()#*!?&=+/.-_ ";
    private const string InNames = "-.: ";
    private const string AnyPlaceholder = @"^(\$\{.*\}|\$\(.*\)|%.*%|\{\{.*\}\}|<.*>)$";

    private static readonly Func<string, string>[] Placeholders =
    [
        name => $"${{{name}}}",
        name => $"$({name})",
        name => $"%{name}%",
        name => $"{{{{ {name} }}}}",
        name => $"<{name}>",
    ];

    private static readonly string[] OddPlaceholders =
    [
        "<your-client-secret>",
        "<your secret>",
        "{{ .Values.secret }}",
        "${app.secret}",
        "${SECRET:-}",
    ];

    private static readonly string[] WordsForNothing = ["null", "none", "undefined", "changeme"];

    private static RuleFinding GuardSays(Func<string?, bool> guard, bool expected, IEnumerable<string?> values)
    {
        foreach (var value in values)
        {
            var shown = value is null
                ? "null"
                : $"\"{value.Replace("\n", "\\n").Replace("\r", "\\r").Replace("\t", "\\t")}\"";
            try
            {
                if (guard(value) != expected)
                {
                    return RuleFinding.Broken($"{expected}", $"{!expected} for {shown}");
                }
            }
            catch (Exception error) when (error is NullReferenceException or ArgumentNullException)
            {
                return RuleFinding.Broken($"{expected}", $"{error.GetType().Name} for {shown}");
            }
        }

        return RuleFinding.Kept;
    }

    private static IEnumerable<string> RandomMany(Func<int, string> make) =>
        Enumerable.Range(0, RandomValues).Select(make);

    private static bool HasArrivedValue(string? value) =>
        HasArrivedText(value)
        && !IsPlaceholder(value!)
        && !IsWordForNothing(value!)
        && value!.Trim().Any(one => one != '*');

    private static bool HasArrivedText(string? value) => !string.IsNullOrWhiteSpace(value);

    private static bool IsPlaceholder(string value) => Regex.IsMatch(value.Trim(), AnyPlaceholder);

    private static bool IsWordForNothing(string value) => WordsForNothing.Contains(value.Trim().ToLowerInvariant());

    private static string RandomOddPlaceholder() =>
        AnyOf(Placeholders)($"{Random(AnyLetter, 3)}{Random(InNames, 4)}{Random(AnyLetter, 3)}");

    // A guard in order but for the names in placeholders, which may be made of these characters only.
    private static bool IsOtherThanNamed(string? value, string character) =>
        HasArrivedText(value)
        && !IsWordForNothing(value!)
        && value!.Any(one => one != '*')
        && !Placeholders.Any(placeholder =>
            Regex.IsMatch(value!.Trim(), $"^{Regex.Escape(placeholder("NAME")).Replace("NAME", $"{character}+")}$")
        );

    private static string OddSecret(int length) =>
        $"{Random(AnyLetter, 4)}{Random(OddCharacters, length)}{AnyOf(["", "null", "undefined", "${A}", "%B%", "{{c}}"])}{Random(AnyLetter, 4)}";

    private static T AnyOf<T>(T[] choices) => choices[RandomNumberGenerator.GetInt32(choices.Length)];

    private static string Random(string characters, int length) => RandomNumberGenerator.GetString(characters, length);

    private static string Capitalised(string word) => $"{char.ToUpperInvariant(word[0])}{word[1..]}";
}
