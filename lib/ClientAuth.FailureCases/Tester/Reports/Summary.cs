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
        var skipped = report.Cases.Count - report.Asked.Count();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{held} held, {report.Failures.Count()} failed, {report.Choices.Count()} another choice, {skipped} not applicable"
        );
    }

    /// <summary>Each reason with its number of runs, the most frequent first.</summary>
    public static IEnumerable<(string Reason, int Runs)> NotApplicable(TestReport report) =>
        report
            .Cases.Where(one => one.Verdict == ServerVerdict.NotApplicable)
            .GroupBy(one => one.Detail ?? "", StringComparer.Ordinal)
            .Select(group => (group.Key, group.Count()))
            .OrderByDescending(group => group.Item2)
            .ThenBy(group => group.Key, StringComparer.Ordinal);
}
