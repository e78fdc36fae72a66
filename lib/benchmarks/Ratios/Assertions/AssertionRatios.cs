using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using ClientAuth.Protocol;
using Ratios.Results;

namespace Ratios.Assertions;

/// <summary>Assertions against bare signatures, measured by BenchmarkDotNet in this process, with its processor time as the clock.</summary>
internal sealed class AssertionRatios(Effort effort)
{
    private const string Unit = "µs of processor time";
    private const double NanosecondsInAMicrosecond = 1000;

    public void Measure()
    {
        if (!effort.Wants("building and verifying an assertion", "bare signature and verification"))
        {
            return;
        }

        var folder = Directory.CreateTempSubdirectory("ratios-");
        try
        {
            // Many short runs: what one signs with and what the other builds are then measured within a second, on the same machine
            // with the same other work. The first compiles the code.
            List<Summary> summaries =
            [
                .. Enumerable
                    .Range(0, effort.Rounds + 1)
                    .Select(_ => BenchmarkRunner.Run<AssertionBenchmarks>(Config(folder.FullName))),
            ];
            Read(summaries[1..]);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private ManualConfig Config(string folder) =>
        ManualConfig
            .CreateEmpty()
            .AddJob(
                Job.Default.WithToolchain(InProcessEmitToolchain.Instance)
                    .WithClock(new ProcessorClock())
                    .WithWarmupCount(1)
                    .WithIterationCount(3)
                    .WithInvocationCount(effort.SignaturesPerRound)
                    .WithUnrollFactor(1)
            )
            .AddColumnProvider(BenchmarkDotNet.Columns.DefaultColumnProviders.Instance)
            .AddLogger(NullLogger.Instance)
            .WithArtifactsPath(folder);

    private void Read(List<Summary> summaries)
    {
        foreach (
            var algorithm in new[] { SignatureAlgorithms.RS256, SignatureAlgorithms.PS256, SignatureAlgorithms.ES256 }
        )
        {
            Add(
                "building an assertion",
                algorithm,
                nameof(AssertionBenchmarks.Build),
                nameof(AssertionBenchmarks.Sign),
                "the bare signature",
                1.25
            );
            Add(
                "verifying an assertion, all checks and trace",
                algorithm,
                nameof(AssertionBenchmarks.Authenticate),
                nameof(AssertionBenchmarks.Verify),
                "the bare verification",
                1.5
            );
        }

        void Add(string what, string algorithm, string subject, string reference, string against, double goal) =>
            effort.Add(
                new Ratio(
                    "assertions",
                    $"{what}, {algorithm}",
                    against,
                    [
                        .. summaries.Select(summary => new Pair(
                            Time(summary, algorithm, subject),
                            Time(summary, algorithm, reference)
                        )),
                    ],
                    Unit,
                    Goal.CostAtMost(goal)
                )
            );
    }

    private static double Time(Summary summary, string algorithm, string method)
    {
        var report = summary.Reports.Single(report =>
            report.BenchmarkCase.Descriptor.WorkloadMethod.Name == method
            && (string)report.BenchmarkCase.Parameters[nameof(AssertionBenchmarks.Algorithm)] == algorithm
        );
        return report.ResultStatistics is { } statistics
            ? statistics.Median / NanosecondsInAMicrosecond
            : throw new InvalidOperationException($"{method} {algorithm} could not be measured.");
    }
}
