using System.Globalization;
using ClientAuth.FailureCases.Tester.Verdicts;

namespace ClientAuth.FailureCases.Tester.Reports;

/// <summary>A report in one line, and the reasons why cases were not asked.</summary>
internal static class Summary
{
    /// <summary>For example <c>393 held, 4 failed, 2 another choice, 700 not applicable</c>.</summary>
    public static string Line(TestReport report)
    {
        var held = report.Asked.Count(one => !one.IsDifference);
        var lost = report.NotAnswered.Count();
        var skipped = report.Cases.Count - report.Asked.Count() - lost;
        return string.Create(
                CultureInfo.InvariantCulture,
                $"{held} held, {report.Failures.Count()} failed, {report.Choices.Count()} another choice, {skipped} not applicable"
            ) + (lost > 0 ? string.Create(CultureInfo.InvariantCulture, $", {lost} not answered") : "");
    }

    /// <summary>Each reason why there is no verdict, with its number of runs, the most frequent first.</summary>
    public static IEnumerable<(string Reason, int Runs)> Unasked(TestReport report) =>
        report
            .Cases.Where(one => !one.IsAsked)
            .GroupBy(one => one.Detail ?? "", StringComparer.Ordinal)
            .Select(group => (group.Key, group.Count()))
            .OrderByDescending(group => group.Item2)
            .ThenBy(group => group.Key, StringComparer.Ordinal);
}
