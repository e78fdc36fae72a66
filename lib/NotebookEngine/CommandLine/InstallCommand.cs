using System.CommandLine;
using NotebookEngine.Installation;

namespace NotebookEngine.CommandLine;

/// <summary><c>install</c>: gives front ends on this machine the C# kernel.</summary>
internal sealed class InstallCommand(Machine machine, TimeProvider clock, Terminal terminal)
{
    private readonly PlaceOptions _place = new(machine, terminal);
    private readonly Option<bool> _force = new("--force")
    {
        Description = "Replace another kernel's kernelspec of the same name; 'uninstall' brings it back.",
    };
    private readonly Option<bool> _quick = new("--quick")
    {
        Description =
            "Install in seconds: copy the build as it is, and do not compile it ahead of time. "
            + "A kernel's first cell then takes about a second longer; 'install' compiles it at any time.",
    };

    internal Command Command
    {
        get
        {
            var command = new Command("install", "Gives VS Code and Jupyter the C# kernel, from a copy of this engine.")
            {
                _force,
                _quick,
            };
            _place.AddTo(command);
            command.SetAction(
                (parsed, cancellationToken) =>
                    InstallationOutcome.OfAsync(terminal, () => InstallAsync(parsed, cancellationToken))
            );
            return command;
        }
    }

    private Task InstallAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var place = _place.Of(parsed);
        var installer = new Installer(place, EngineBuild.OfThisProcess(), DotnetHost.Path(), terminal.Out, clock);
        return AdministratorRights.AskForAsync(
            place,
            "install --system",
            () => installer.InstallAsync(parsed.GetValue(_force), parsed.GetValue(_quick), cancellationToken)
        );
    }
}
