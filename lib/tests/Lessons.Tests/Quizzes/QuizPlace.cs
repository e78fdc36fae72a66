using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Lessons.Tests.Quizzes;

/// <summary>Where in the file of the quiz a reader of JSON stopped: the line, the lesson, the question, the choice and the field.</summary>
internal static partial class QuizPlace
{
    /// <summary>The place and what is wrong there, as far as the reader knows either.</summary>
    public static string Of(JsonException wrong)
    {
        var path = PathToMember.Match(wrong.Path ?? "");
        string[] place =
        [
            .. Part(path, "lesson", lesson => lesson),
            .. Part(path, "question", question => $"question {int.Parse(question, CultureInfo.InvariantCulture) + 1}"),
            .. Part(
                path,
                "choice",
                choice => $"choice {QuizCell.Letter(int.Parse(choice, CultureInfo.InvariantCulture))}"
            ),
            .. Part(path, "field", field => field),
        ];
        var message = wrong.Message.Split(" Path: ")[0]; // some messages end in the path
        return $"line {wrong.LineNumber + 1}, {string.Join(", ", place)}: {message}";
    }

    private static IEnumerable<string> Part(Match path, string name, Func<string, string> words) =>
        path.Groups[name] is { Success: true } part ? [words(part.Value)] : [];

    [GeneratedRegex(
        @"\A\$\.(?<lesson>[^.\[]+)(\[(?<question>\d+)\](\.choices\[(?<choice>\d+)\])?)?(\.(?<field>.+))?\z",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex PathToMember { get; }
}
