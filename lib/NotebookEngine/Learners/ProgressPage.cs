using System.Net;
using NotebookEngine.Reports;

namespace NotebookEngine.Learners;

/// <summary>Progress as a page that stands alone: no script, no request, light, dark and printed.</summary>
internal static class ProgressPage
{
    internal static string Of(ProgressReport report) =>
        $$"""
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <title>Progress: {{Text(report.Collection)}}</title>
            <style>
            :root { color-scheme: light dark; }
            body { font: 15px/1.5 system-ui, sans-serif; margin: 24px; }
            div { overflow-x: auto; }
            table { border-collapse: collapse; }
            th, td { padding: 4px 10px; text-align: left; border-bottom: 1px solid #8886; white-space: nowrap; }
            td.all { font-weight: 600; background: #0072b226; }
            td.problem { white-space: normal; }
            </style>
            </head>
            <body>
            <h1>Progress: {{Text(report.Collection)}}</h1>
            <p>{{ProgressText.Of(
                report.People.Sum(person => person.Solved),
                report.People.Count(person => person.Problem is null) * report.Exercises
            )}} exercises solved.
            Bold with a ✓: all exercises of the lesson.</p>
            <div tabindex="0" role="region" aria-label="Progress by person and lesson">
            <table>
            <thead><tr>{{Head(report)}}</tr></thead>
            <tbody>
            {{string.Join('\n', report.People.Select(person => Row(person, report.Exercises)))}}
            </tbody>
            </table>
            </div>
            </body>
            </html>

            """.ReplaceLineEndings(
            "\n"
        );

    private static string Head(ProgressReport report) =>
        string.Concat(
            Enumerable
                .Concat(["person", "solved", "last solved", "next"], Lessons(report))
                .Select(text => $"<th scope=\"col\">{Text(text)}</th>")
        );

    private static IEnumerable<string> Lessons(ProgressReport report) =>
        report.People.FirstOrDefault(person => person.Problem is null)?.Lessons.Select(lesson => lesson.Lesson) ?? [];

    private static string Row(PersonProgress person, int exercises)
    {
        var cells = person.Problem is { } problem
            ? $"<td class=\"problem\" colspan=\"3\">cannot be used: {Text(problem)}</td>"
            : Cell(ProgressText.Of(person.Solved, exercises))
                + Cell(ProgressText.Day(person.LastSolved))
                + Cell(person.Next?.Lesson ?? "all solved")
                + string.Concat(person.Lessons.Select(Cell));
        return $"<tr><th scope=\"row\">{Text(person.Name)}</th>{cells}</tr>";
    }

    private static string Cell(LessonProgress lesson) =>
        lesson.Solved == lesson.Exercises
            ? $"<td class=\"all\">✓ {ProgressText.Of(lesson.Solved, lesson.Exercises)}</td>"
            : Cell(ProgressText.Of(lesson.Solved, lesson.Exercises));

    private static string Cell(string text) => $"<td>{Text(text)}</td>";

    private static string Text(string text) => WebUtility.HtmlEncode(PrintableText.Of(text));
}
