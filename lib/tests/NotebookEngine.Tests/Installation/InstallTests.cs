using NotebookEngine.Installation;

namespace NotebookEngine.Tests.Installation;

/// <summary>Whole installations of a plain copy, which takes no compiler: what is there afterwards, and what stays.</summary>
public sealed class InstallTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly StringWriter _output = new() { NewLine = "\n" };

    public void Dispose()
    {
        _output.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_kernel_is_installed_used_again_mended_and_removed_in_a_folder_with_any_name()
    {
        var place = InstallPlace.In(_folder.File("Jörg's データ"));
        await InstallAsync(place);
        var copy = CopyIn(place);
        Assert.Equal(["kernel", "{connection_file}"], Kernelspec.Read(place.KernelspecFolder)!.Argv.Skip(2));
        Assert.Contains($"engine      {copy} (", Output(), StringComparison.Ordinal);
        Assert.Contains(", a plain copy)\n", Output(), StringComparison.Ordinal);

        await InstallAsync(place);
        Assert.Equal(copy, CopyIn(place));
        Assert.Contains("this build is installed already, and runs\n", Output(), StringComparison.Ordinal);

        File.Delete(Path.Combine(copy, "Microsoft.CodeAnalysis.CSharp.dll"));
        await InstallAsync(place);
        Assert.Equal(copy + "-2", CopyIn(place));
        Assert.False(Directory.Exists(copy));

        using (CopyInUse.Hold(CopyIn(place)))
        {
            await UninstallAsync(place);
            Assert.Contains($"left        {copy}-2: a kernel still runs from it", Output(), StringComparison.Ordinal);
            Assert.False(Directory.Exists(place.KernelspecFolder));
        }

        await UninstallAsync(place);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder.Path));
    }

    [Fact]
    public async Task Without_its_project_the_build_is_copied_as_it_is_and_the_reason_is_given()
    {
        var build = new EngineBuild(_folder.File("build"));
        FolderCopy.Copy(EngineBuild.OfThisProcess().Folder, build.Folder);
        var place = InstallPlace.In(_folder.File("data"));

        await InstallAsync(place, build, readyToRun: true);

        Assert.False(CopyRecord.Read(CopyIn(place))!.ReadyToRun);
        Assert.Contains(
            "\nnot compiled ahead of time, so the first cell of a kernel takes about a second longer: "
                + $"the engine's project was not found above {build.Folder}\n  remedy: install again in a checkout, ",
            Output(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task When_the_compiler_fails_its_first_error_is_given_and_the_build_copied()
    {
        _folder.Write("NotebookEngine/NotebookEngine.csproj", "<Project Sdk=\"No.Such.Sdk\" />");
        var build = new EngineBuild(_folder.File("artifacts/bin"));
        FolderCopy.Copy(EngineBuild.OfThisProcess().Folder, build.Folder);
        var place = InstallPlace.In(_folder.File("data"));

        await InstallAsync(place, build, readyToRun: true);

        Assert.False(CopyRecord.Read(CopyIn(place))!.ReadyToRun);
        Assert.Matches("takes about a second longer: .*No.Such.Sdk", Output());
    }

    [Fact]
    public async Task A_copy_that_does_not_run_is_not_installed()
    {
        var build = new EngineBuild(_folder.File("build"));
        FolderCopy.Copy(EngineBuild.OfThisProcess().Folder, build.Folder);
        File.Delete(Path.Combine(build.Folder, "Microsoft.CodeAnalysis.CSharp.dll"));
        var place = InstallPlace.In(_folder.File("data"));

        var problem = await Assert.ThrowsAsync<InstallationException>(() => InstallAsync(place, build));

        Assert.StartsWith("the copy of the engine does not run, and was not installed: ", problem.Message);
        Assert.False(Directory.Exists(_folder.File("data/kernels")));
        Assert.False(Directory.Exists(place.CopiesFolder));
    }

    [Fact]
    public async Task Whatever_runs_from_a_copy_holds_it()
    {
        var copy = new EngineBuild(_folder.File("copy"));
        FolderCopy.Copy(EngineBuild.OfThisProcess().Folder, copy.Folder);
        new CopyRecord
        {
            Build = "one",
            ReadyToRun = false,
            Kernelspec = _folder.Path,
        }.Write(copy.Folder);
        var notebook = new NotebookText().Code(
            "hold",
            """
            var record = System.IO.Path.Combine(AppContext.BaseDirectory, "copy.json");
            var isHeld = false;
            try { System.IO.File.Open(record, System.IO.FileMode.Open, System.IO.FileAccess.ReadWrite, System.IO.FileShare.None).Dispose(); }
            catch (System.IO.IOException) { isHeld = true; }
            if (!isHeld) throw new Exception("nobody holds the copy");
            """
        );

        var run = await ChildProgram.RunAsync(
            DotnetHost.Path(),
            [copy.Program, "run", _folder.Write("held.ipynb", notebook.ToString())],
            _folder.Path,
            TestContext.Current.CancellationToken
        );

        Assert.True(run.ExitCode == 0, string.Join('\n', run.Lines));
        Assert.False(CopyInUse.Is(copy.Folder));
    }

    [Fact]
    public async Task Anothers_kernelspec_stops_an_installation_before_anything_is_made()
    {
        var place = InstallPlace.In(_folder.File("data"));
        _folder.Write("data/kernels/.net-csharp/kernel.json", """{ "argv": ["dotnet", "interactive"] }""");

        await Assert.ThrowsAsync<InstallationException>(() => InstallAsync(place));

        Assert.False(Directory.Exists(place.CopiesFolder));
        await InstallAsync(place, force: true);
        Assert.Contains(
            "another kernel's file was there; 'uninstall' brings it back\n",
            Output(),
            StringComparison.Ordinal
        );
        await UninstallAsync(place);
        Assert.Equal(["dotnet", "interactive"], Kernelspec.Read(place.KernelspecFolder)!.Argv);
    }

    [Fact]
    public async Task Anothers_kernelspec_that_comes_while_the_copy_is_made_stays_as_it_is()
    {
        var build = new EngineBuild(_folder.File("build"));
        FolderCopy.Copy(EngineBuild.OfThisProcess().Folder, build.Folder);
        var place = InstallPlace.In(_folder.File("data"));
        using var output = new InstallingMeanwhile(() =>
            _folder.Write("data/kernels/.net-csharp/kernel.json", """{ "argv": ["dotnet", "interactive"] }""")
        );
        var installer = new Installer(place, build, DotnetHost.Path(), output, TimeProvider.System);

        await Assert.ThrowsAsync<InstallationException>(() =>
            installer.InstallAsync(force: false, quick: false, TestContext.Current.CancellationToken)
        );

        Assert.Equal(["dotnet", "interactive"], Kernelspec.Read(place.KernelspecFolder)!.Argv);
    }

    [Fact]
    public async Task While_another_installation_is_at_work_nothing_is_removed()
    {
        var place = InstallPlace.In(_folder.File("data"));
        new KernelspecPlace(place.KernelspecFolder).Write(Kernelspec.Of("/opt/dotnet", "/copies/NotebookEngine.dll"));

        using (CopiesFolder.Open(place.CopiesFolder))
        {
            await Assert.ThrowsAsync<InstallationException>(() => UninstallAsync(place));
        }

        Assert.NotNull(Kernelspec.Read(place.KernelspecFolder));
    }

    // A line says what is done next, before the copy is made.
    private sealed class InstallingMeanwhile(Action install) : StringWriter
    {
        public override Task WriteLineAsync(string? value)
        {
            install();
            return base.WriteLineAsync(value);
        }
    }

    private static string CopyIn(InstallPlace place) =>
        Path.GetDirectoryName(Kernelspec.Read(place.KernelspecFolder)!.Program)!;

    private Task InstallAsync(
        InstallPlace place,
        EngineBuild? build = null,
        bool readyToRun = false,
        bool force = false
    ) =>
        new Installer(
            place,
            build ?? EngineBuild.OfThisProcess(),
            DotnetHost.Path(),
            _output,
            TimeProvider.System
        ).InstallAsync(force, quick: !readyToRun, TestContext.Current.CancellationToken);

    private Task UninstallAsync(InstallPlace place) => new Uninstaller(place, _output).UninstallAsync();

    private string Output() => _output.ToString();
}
