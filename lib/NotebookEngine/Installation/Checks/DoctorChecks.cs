using System.Net;
using NotebookEngine.Limits;

namespace NotebookEngine.Installation.Checks;

/// <summary>Makes and runs all checks of <c>doctor</c>, in the order of the report.</summary>
internal sealed class DoctorChecks(Machine machine, EngineBuild build, string folder, TimeProvider clock)
{
    /// <exception cref="InstallationException">The user has no folder, or there is no <c>dotnet</c>.</exception>
    internal async Task<IReadOnlyList<Finding>> RunAsync(CancellationToken cancellationToken)
    {
        var findings = new List<Finding>();
        foreach (var check in await ChecksAsync(cancellationToken))
        {
            findings.AddRange(await check.RunAsync(cancellationToken));
        }

        return findings;
    }

    private async Task<IReadOnlyList<ICheck>> ChecksAsync(CancellationToken cancellationToken)
    {
        var dotnet = DotnetHost.Path();
        var place = InstallPlace.InWorkspaceOf(folder);
        var paths = JupyterPaths.For(machine);
        var install = new InstallAdvice(
            build.Invocation(folder, "install"),
            paths.User,
            place.DataFolder,
            InstallPlace.ForEverybody(machine).DataFolder
        );
        var env = new WorkspaceFiles(place.Workspace!, place.DataFolder).Value();
        var forVsCode = FoundKernelspec.In([
            .. paths.Named,
            .. JupyterPaths.Split(machine, env),
            paths.User,
            .. paths.System,
        ]);
        var asked = await JupyterFolders.AskAsync(folder, cancellationToken);
        var forJupyter = FoundKernelspec.In(asked ?? paths.InOrder);
        var all = forVsCode.Concat(forJupyter).DistinctBy(kernelspec => kernelspec.Folder).ToList();
        var jupyter = asked is null ? "Jupyter, were it installed" : "Jupyter";
        return
        [
            new SdkCheck(dotnet, folder),
            new LibrariesCheck(place.Workspace!),
            new CheckoutCheck(place.Workspace!),
            new KernelspecsCheck(all, install),
            new CopyCheck(all, build, dotnet, clock, install),
            new FrontEndCheck("VS Code", forVsCode, takesLanguage: true, install),
            new FrontEndCheck(jupyter, forJupyter, takesLanguage: false, install),
            new ExtensionsCheck(VsCodeExtensions.Of(machine), place.Workspace!),
            new SnapCheck(machine, install),
            new LoopbackCheck(clock),
            new LocalhostCheck(Dns.GetHostAddressesAsync, LocalhostCheck.HostsFile),
            new ProxyCheck(HttpClient.DefaultProxy),
            new ClockCheck(build, clock),
            new TempFolderCheck(Path.GetTempPath()),
            new OpenFilesCheck(OpenFileLimit.OfThisProcess()),
            new MemoryCheck(MemoryLimit.OfThisProcess()),
        ];
    }
}
