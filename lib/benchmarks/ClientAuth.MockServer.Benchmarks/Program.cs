using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using ClientAuth.MockServer.Benchmarks;

// Twelve rounds, so that the error is small beside what is measured. In this process: a project that is generated and built on
// the side would not have the packages of the lock files.
var config = ManualConfig
    .Create(DefaultConfig.Instance)
    .AddJob(Job.ShortRun.WithIterationCount(12).WithToolchain(InProcessEmitToolchain.Instance))
    .WithArtifactsPath(Path.Combine(AppContext.BaseDirectory, "results"));
BenchmarkRunner.Run<UnknownClientBenchmarks>(config, args);
