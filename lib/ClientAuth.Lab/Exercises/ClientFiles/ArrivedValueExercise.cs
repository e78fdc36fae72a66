using System.Text.RegularExpressions;
using ClientAuth.Credentials;

namespace ClientAuth.Lab.Exercises.ClientFiles;

/// <summary>Lesson 16: a guard that tells at start whether a setting has a value, or only what stands in its place.</summary>
internal static partial class ArrivedValueExercise
{
    public static Exercise<Func<string?, bool>> Create(ExerciseContext context) =>
        new(
            context,
            "Has the value arrived?",
            isUntouched: guard => guard("") && guard(" ") && guard("${CLIENT_SECRET}") && guard("a-value"),
            [
                new(
                    "The guard accepts a secret that has arrived.",
                    "The guard refuses a random secret of 43 letters, digits, hyphens and underscores.",
                    guard => GuardSays(guard, true, RandomMany(_ => NewClientSecret.Generate().Reveal()))
                )
                {
                    WrongAnswers =
                    [
                        new("everything refused", _ => false),
                        new(
                            "letters and digits alone",
                            value => value is not null && value.All(char.IsAsciiLetterOrDigit)
                        ),
                        new("yes and no confused", value => !HasArrivedValue(value)),
                    ],
                },
                new(
                    "A variable that is not set is noticed.",
                    "GetEnvironmentVariable gives null then. The guard must say false, not throw.",
                    guard => GuardSays(guard, false, [null])
                )
                {
                    WrongAnswers =
                    [
                        new("an exception for null", value => value!.Trim().Length > 0),
                        new("null taken for a value", value => value != ""),
                    ],
                },
                new(
                    "An empty variable is noticed, and so is one of white space only.",
                    "A variable can be set and still be empty. It can also hold only a line break, when it was filled from an empty line of a file.",
                    guard => GuardSays(guard, false, ["", "   ", "\n", "\t\r\n"])
                )
                {
                    WrongAnswers =
                    [
                        new("white space taken for a value", value => !string.IsNullOrEmpty(value)),
                        new("spaces alone taken off", value => !string.IsNullOrEmpty(value?.Trim(' '))),
                    ],
                },
                new(
                    "A placeholder that nobody filled in is noticed: ${NAME}.",
                    "The file was read as it is, and no tool replaced the name in it.",
                    guard => GuardSays(guard, false, ["${CLIENT_SECRET}"])
                )
                {
                    WrongAnswers = [new("placeholders taken for values", HasArrivedText)],
                },
                new(
                    "The placeholders of other tools are noticed: $(NAME), %NAME%, {{ name }}, <name>.",
                    "Each form of placeholder has its own beginning and end. Compare both ends.",
                    guard => GuardSays(guard, false, Placeholders.Select(placeholder => placeholder("CLIENT_SECRET")))
                )
                {
                    WrongAnswers =
                    [
                        new(
                            "one kind of placeholder known",
                            value => HasArrivedText(value) && !value!.StartsWith("${", StringComparison.Ordinal)
                        ),
                    ],
                },
                new(
                    "Words that stand for no value are noticed: null, None, undefined, changeme.",
                    "Python writes None, JavaScript undefined. Does your comparison depend on capitals, or on a line break at the end?",
                    guard =>
                        GuardSays(
                            guard,
                            false,
                            WordsForNothing.SelectMany(word => new[] { word, Capitalised(word), $"{word}\n" })
                        )
                )
                {
                    WrongAnswers =
                    [
                        new(
                            "words taken for values",
                            value => HasArrivedText(value) && !Regex.IsMatch(value!, AnyPlaceholder)
                        ),
                        new(
                            "capitals that matter",
                            value =>
                                HasArrivedText(value)
                                && !IsPlaceholder(value!)
                                && !WordsForNothing.Contains(value!.Trim())
                        ),
                    ],
                },
                new(
                    "The mask of an export is noticed: asterisks, however many.",
                    "An export of Keycloak shows ten asterisks in place of a secret. Another tool may show eight.",
                    guard => GuardSays(guard, false, Enumerable.Range(1, 12).Select(count => new string('*', count)))
                )
                {
                    WrongAnswers =
                    [
                        new(
                            "a mask of one length known",
                            value =>
                                value != "**********"
                                && HasArrivedText(value)
                                && !IsPlaceholder(value!)
                                && !IsWordForNothing(value!)
                        ),
                    ],
                },
                new(
                    "Placeholders with random names are noticed, also with a line break behind them.",
                    "What does the guard compare: the whole text with an example, or its two ends?",
                    guard =>
                        GuardSays(
                            guard,
                            false,
                            RandomMany(number =>
                                $"{AnyOf(Placeholders)(Random(AnyLetter, 1 + number % 40))}{(number % 2 == 0 ? "" : "\n")}"
                            )
                        )
                )
                {
                    WrongAnswers =
                    [
                        new(
                            "a comparison with the examples",
                            value =>
                                HasArrivedText(value)
                                && !Placeholders.Any(placeholder => placeholder("CLIENT_SECRET") == value)
                                && !IsWordForNothing(value!)
                                && value!.Any(one => one != '*')
                        ),
                        new("a long text taken for a value", value => value is { Length: > 20 }),
                        new(
                            "a line break taken for a part of the value",
                            value =>
                                HasArrivedText(value)
                                && !(Regex.IsMatch(value!, AnyPlaceholder) && !value!.EndsWith('\n'))
                                && !IsWordForNothing(value!)
                                && value!.Any(one => one != '*')
                        ),
                    ],
                },
                new(
                    "A placeholder is noticed whatever characters its name holds, as in <your-client-secret> or {{ .Values.secret }}.",
                    "Names are made of more than letters, digits and underscores, which are all that \\w matches. Take any text between both ends.",
                    guard => GuardSays(guard, false, [.. OddPlaceholders, .. RandomMany(_ => RandomOddPlaceholder())])
                )
                {
                    WrongAnswers =
                    [
                        new("names of letters, digits and underscores alone", value => IsOtherThanNamed(value, @"\w")),
                        new("names with hyphens, and without dots", value => IsOtherThanNamed(value, @"[\w\- ]")),
                        new("names with dots, and without spaces", value => IsOtherThanNamed(value, @"[\w.\-]")),
                        new("names without the colon of a default", value => IsOtherThanNamed(value, @"[\w.\- ]")),
                    ],
                },
                new(
                    "The guard accepts a secret that holds such characters or words in its middle.",
                    "Here are random secrets with $, %, { or 'null' in their middle. Only the two ends, or the whole text, may decide.",
                    guard => GuardSays(guard, true, RandomMany(number => OddSecret(number % 25)))
                )
                {
                    WrongAnswers =
                    [
                        new("a dollar sign refused anywhere", value => HasArrivedValue(value) && !value!.Contains('$')),
                        new(
                            "a word refused anywhere",
                            value => HasArrivedValue(value) && !value!.Contains("undefined")
                        ),
                        new("a short text refused", value => HasArrivedValue(value) && value!.Length > 15),
                    ],
                },
            ],
            "that a program can notice a missing value itself, before a server answers invalid_client"
        );
}
