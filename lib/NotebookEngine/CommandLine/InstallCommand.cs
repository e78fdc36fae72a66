using System.CommandLine;
using NotebookEngine.Installation;

namespace NotebookEngine.CommandLine;

/// <summary><c>install</c>: gives front ends on this machine the C# kernel.</summary>
internal sealed class InstallCommand(Terminal terminal, Machine machine)
{
    private readonly PlaceOptions _place = new(terminal, machine);
    private readonly Option<bool> _force = new("--force")
    {
        Description = "Replace another kernel's kernelspec of the same name; 'uninstall' brings it back.",
    };
    private readonly Option<bool> _plain = new("--no-ready-to-run")
    {
        Description =
            "Copy the build as it is, instead of compiling it ahead of time: faster now, slower at each first cell.",
    };

    internal Command Build()
    {
        var command = new Command("install", "Gives VS Code and Jupyter the C# kernel, from a copy of this engine.")
        {
            _force,
            _plain,
        };
        _place.AddTo(command);
        command.SetAction(
            (parsed, cancellationToken) =>
                InstallationOutcome.OfAsync(
                    terminal,
                    () =>
                        new Installer(
                            _place.Of(parsed),
                            EngineBuild.OfThisProcess(),
                            DotnetHost.Path(),
                            terminal.Out,
                            TimeProvider.System
                        ).InstallAsync(parsed.GetValue(_force), !parsed.GetValue(_plain), cancellationToken)
                )
        );
        return command;
    }
}
