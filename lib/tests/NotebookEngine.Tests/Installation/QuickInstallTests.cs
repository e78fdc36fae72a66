using NotebookEngine.Installation;
using NotebookEngine.Tests.CommandLine;

namespace NotebookEngine.Tests.Installation;

/// <summary>A kernel can be used after some seconds, whatever becomes of the compilation that takes minutes.</summary>
public sealed class QuickInstallTests(Engine engine) : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_quick_installation_has_one_step_and_says_what_the_kernel_is()
    {
        using var checkout = new Checkout(engine);

        var (exitCode, lines, _) = await checkout.InvokeAsync("install", "--quick", "--data-dir", "data");

        Assert.Equal(0, exitCode);
        Assert.Equal(
            "step 1 of 1: copying the engine and running a cell on the copy; this takes some seconds",
            lines[0]
        );
        Assert.EndsWith(", a plain copy)", lines[1], StringComparison.Ordinal);
        Assert.DoesNotContain(lines, line => line.StartsWith("step 2", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_compilation_that_is_cancelled_leaves_the_plain_copy_in_use()
    {
        var place = InstallPlace.In(_folder.File("data"));
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        using var output = new CancellingAtStepTwo(cancel);
        var installer = new Installer(
            place,
            EngineBuild.OfThisProcess(),
            DotnetHost.Path(),
            output,
            TimeProvider.System
        );

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            installer.InstallAsync(force: false, quick: false, cancel.Token)
        );

        var program = Kernelspec.Read(place.KernelspecFolder)!.Program!;
        Assert.True(File.Exists(program), program);
        var copy = Path.GetDirectoryName(program)!;
        Assert.False(CopyRecord.Read(copy)!.ReadyToRun);
        Assert.Equal([copy], Directory.EnumerateFileSystemEntries(place.CopiesFolder));
        Assert.Contains("\nstep 2 of 2: compiling the engine ahead of time for ", output.ToString());
    }

    private sealed class CancellingAtStepTwo(CancellationTokenSource cancel) : StringWriter
    {
        public override async Task WriteLineAsync(string? value)
        {
            Write(value + "\n");
            if (value!.StartsWith("step 2", StringComparison.Ordinal))
            {
                await cancel.CancelAsync();
            }
        }
    }
}
