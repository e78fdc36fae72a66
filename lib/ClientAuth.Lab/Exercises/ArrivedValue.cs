using System.Security.Cryptography;
using ClientAuth.Credentials;

namespace ClientAuth.Lab.Exercises;

/// <summary>Lesson 16: a guard that tells at start whether a setting has a value, or only what stands in its place.</summary>
public sealed partial class LessonExercises
{
    private const int RandomValues = 200;
    private const string AnyLetter = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private const string OddCharacters = AnyLetter + "0123456789$%{}<>()#*!?&=+/.-_ ";

    private static readonly Func<string, string>[] Placeholders =
    [
        name => $"${{{name}}}",
        name => $"$({name})",
        name => $"%{name}%",
        name => $"{{{{ {name} }}}}",
        name => $"<{name}>",
    ];

    private static readonly string[] WordsForNothing = ["null", "none", "undefined", "changeme"];

    public Exercise<Func<string?, bool>> ArrivedValue =>
        new(
            this,
            "Has the value arrived?",
            isUntouched: guard => guard("") && guard(" ") && guard("${CLIENT_SECRET}"),
            [
                new(
                    "A secret that arrived passes.",
                    "The guard refuses a random secret of 43 letters, digits, hyphens and underscores.",
                    guard => Enumerable.Range(0, RandomValues).All(_ => guard(NewClientSecret.Generate().Reveal()))
                ),
                new(
                    "A variable that is not set is noticed.",
                    "GetEnvironmentVariable gives null then. The guard must say false, not throw.",
                    guard => !Passes(guard, null)
                ),
                new(
                    "A variable that is set to nothing is noticed, and one of white space.",
                    "A variable can be empty, or hold the line break of a file that has no more in it.",
                    guard => !guard("") && !guard("   ") && !guard("\n") && !guard("\t\r\n")
                ),
                new(
                    "A placeholder that nobody filled in is noticed: ${NAME}.",
                    "The file was read as it is, and no tool replaced the name in it.",
                    guard => !guard("${CLIENT_SECRET}")
                ),
                new(
                    "The placeholders of other tools are noticed: $(NAME), %NAME%, {{ name }}, <name>.",
                    "Each begins and ends in a way of its own. Compare both ends.",
                    guard => !Placeholders.Any(placeholder => guard(placeholder("CLIENT_SECRET")))
                ),
                new(
                    "Words for nothing are noticed: null, None, undefined, changeme.",
                    "Python writes None, JavaScript undefined. Do capitals matter?",
                    guard => !WordsForNothing.Any(word => guard(word) || guard(Capitalised(word)) || guard($"{word}\n"))
                ),
                new(
                    "The mask of an export is noticed: asterisks, however many.",
                    "An export of Keycloak has ten of them. Another tool may have eight.",
                    guard => !Enumerable.Range(1, 12).Any(count => guard(new string('*', count)))
                ),
                new(
                    "Placeholders with random names are noticed, also with a line break behind them.",
                    "What does the guard compare: the whole text with an example, or its two ends?",
                    guard =>
                        !Enumerable
                            .Range(0, RandomValues)
                            .Any(number =>
                                guard($"{AnyOf(Placeholders)(Random(AnyLetter, 12))}{(number % 2 == 0 ? "" : "\n")}")
                            )
                ),
                new(
                    "A secret passes that only holds such characters or words somewhere.",
                    "Here are random secrets with $, %, { or 'null' in their middle. Only the two ends, or the whole text, may decide.",
                    guard => Enumerable.Range(0, RandomValues).All(_ => guard(OddSecret()))
                ),
            ],
            "that a missing value is found where it is missing, and not at the server as invalid_client"
        );

    // An exception for null is an answer, too, and a wrong one.
    private static bool Passes(Func<string?, bool> guard, string? value)
    {
        try
        {
            return guard(value);
        }
        catch (Exception error) when (error is NullReferenceException or ArgumentNullException)
        {
            return true;
        }
    }

    private static string OddSecret() =>
        $"{Random(AnyLetter, 4)}{Random(OddCharacters, 24)}{AnyOf(["", "null", "${A}", "%B%", "{{c}}"])}{Random(AnyLetter, 4)}";

    private static T AnyOf<T>(T[] choices) => choices[RandomNumberGenerator.GetInt32(choices.Length)];

    private static string Random(string characters, int length) => RandomNumberGenerator.GetString(characters, length);

    private static string Capitalised(string word) => $"{char.ToUpperInvariant(word[0])}{word[1..]}";
}
