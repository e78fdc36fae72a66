namespace NotebookEngine.Installation.Checks;

/// <summary>Each installed copy of the engine runs a cell, and is of the build that asks.</summary>
internal sealed class CopyCheck(
    IReadOnlyList<FoundKernelspec> found,
    EngineBuild build,
    string dotnet,
    TimeProvider clock,
    InstallAdvice install
) : ICheck
{
    private const string Subject = "copy";

    public async Task<IReadOnlyList<Finding>> RunAsync(CancellationToken cancellationToken)
    {
        var starting = found
            .Where(kernelspec => kernelspec is { IsOurs: true, Missing: [] })
            .DistinctBy(kernelspec => kernelspec.Spec!.Program);
        var findings = new List<Finding>();
        foreach (var kernelspec in starting)
        {
            findings.Add(await JudgeAsync(kernelspec.Spec!.Program!, install.Again(kernelspec), cancellationToken));
        }

        return findings;
    }

    private async Task<Finding> JudgeAsync(string program, string again, CancellationToken cancellationToken)
    {
        var folder = Path.GetDirectoryName(program)!;
        var record = CopyRecord.Read(folder);
        var started = clock.GetTimestamp();
        if (await new CopyProbe(dotnet).RunAsync(program, cancellationToken) is { } why)
        {
            return Finding.Problem(Subject, $"{folder} does not run a cell: {why}", $"install again: {again}");
        }

        var seconds = FormattableString.Invariant($"{clock.GetElapsedTime(started).TotalSeconds:F1} s");
        return record?.Build == build.Id()
            ? Finding.Ok(
                Subject,
                $"{folder} starts and runs a cell in {seconds}{(record.ReadyToRun ? "" : $"; it is not compiled ahead of time, so a first cell takes longer: '{again}' compiles it")}"
            )
            : Finding.Warning(
                Subject,
                $"{folder} runs a cell in {seconds}, but is of another build than this one",
                $"to have this build: {again}"
            );
    }
}
