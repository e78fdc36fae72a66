using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Filters;
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

    private static readonly string[] Algorithms =
    [
        SignatureAlgorithms.RS256,
        SignatureAlgorithms.PS256,
        SignatureAlgorithms.ES256,
    ];

    private static readonly IReadOnlyList<Measured> All =
    [
        .. Algorithms.SelectMany(algorithm => new[] { Building(algorithm), Verifying(algorithm) }),
    ];

    public async Task MeasureAsync()
    {
        var summaries = new Lazy<List<Summary>>(() => Run([.. All.Where(one => effort.Wants(one.What))]));
        foreach (var one in All)
        {
            await effort.MeasureAsync(
                one.What,
                () =>
                    [
                        .. summaries.Value.Select(summary => new Pair(
                            Time(summary, one, one.Subject),
                            Time(summary, one, one.Reference)
                        )),
                    ]
            );
        }
    }

    private static Measured Building(string algorithm) =>
        new(
            Compare("building an assertion", algorithm, "the bare signature", 1.25),
            algorithm,
            nameof(AssertionBenchmarks.Build),
            nameof(AssertionBenchmarks.Sign)
        );

    private static Measured Verifying(string algorithm) =>
        new(
            Compare("verifying an assertion, all checks and trace", algorithm, "the bare verification", 1.5),
            algorithm,
            nameof(AssertionBenchmarks.Authenticate),
            nameof(AssertionBenchmarks.Verify)
        );

    private static Comparison Compare(string what, string algorithm, string against, double goal) =>
        new("assertions", $"{what}, {algorithm}", against, Unit, Goal.CostAtMost(goal));

    private List<Summary> Run(IReadOnlyList<Measured> wanted)
    {
        var folder = Directory.CreateTempSubdirectory("ratios-");
        try
        {
            // Many short runs: what one signs with and what the other builds are then measured within a second, on the same machine
            // with the same other work. The first compiles the code.
            var config = Config(folder.FullName, wanted);
            return
            [
                .. Enumerable
                    .Range(0, effort.Rounds + 1)
                    .Select(_ => BenchmarkRunner.Run<AssertionBenchmarks>(config))
                    .Skip(1),
            ];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private ManualConfig Config(string folder, IReadOnlyList<Measured> wanted) =>
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
            .AddFilter(
                new SimpleFilter(benchmark =>
                    wanted.Any(one => IsOf(benchmark, one, one.Subject) || IsOf(benchmark, one, one.Reference))
                )
            )
            .WithArtifactsPath(folder);

    private static double Time(Summary summary, Measured of, string method)
    {
        var report = summary.Reports.Single(report => IsOf(report.BenchmarkCase, of, method));
        return report.ResultStatistics is { } statistics
            ? statistics.Median / NanosecondsInAMicrosecond
            : throw new InvalidOperationException($"{method} {of.Algorithm} could not be measured.");
    }

    private static bool IsOf(BenchmarkCase benchmark, Measured of, string method) =>
        benchmark.Descriptor.WorkloadMethod.Name == method
        && (string)benchmark.Parameters[nameof(AssertionBenchmarks.Algorithm)] == of.Algorithm;

    // Subject and reference are methods of the benchmarks.
    private sealed record Measured(Comparison What, string Algorithm, string Subject, string Reference);
}
