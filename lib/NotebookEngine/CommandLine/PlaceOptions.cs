using System.CommandLine;
using NotebookEngine.Installation;

namespace NotebookEngine.CommandLine;

/// <summary>The options that say where the kernel is installed; without one it is installed for the user.</summary>
internal sealed class PlaceOptions(Machine machine, Terminal terminal)
{
    private readonly Option<bool> _workspace = new("--workspace")
    {
        Description =
            "Use the checkout alone (.jupyter/, ignored by git); VS Code finds the kernel by the checkout's .env.",
    };
    private readonly Option<string?> _dataDir = new("--data-dir")
    {
        Description =
            "Use this folder alone, for a container or an environment; front ends find the kernel by JUPYTER_PATH.",
    };

    private readonly Option<bool> _system = new("--system")
    {
        Description =
            "For every account of this machine, which needs an administrator's rights; nobody else can change it. "
            + "With --data-dir it is in that folder, as for a hub with a Jupyter of its own.",
    };

    internal void AddTo(Command command)
    {
        command.Options.Add(_system);
        command.Options.Add(_workspace);
        command.Options.Add(_dataDir);
        command.Validators.Add(result =>
        {
            // Values are asked for later: a validator runs for wrong ones, too, and those throw.
            var folder = result.GetResult(_dataDir);
            if (folder is not null && result.GetResult(_workspace) is { Implicit: false })
            {
                result.AddError("--workspace and --data-dir exclude each other");
            }

            if (result.GetResult(_system) is { Implicit: false } && result.GetResult(_workspace) is { Implicit: false })
            {
                result.AddError("--workspace and --system exclude each other");
            }

            if (folder?.Tokens.Any(token => string.IsNullOrWhiteSpace(token.Value)) is true)
            {
                result.AddError("--data-dir names no folder");
            }
        });
    }

    /// <exception cref="InstallationException">The user has no folder.</exception>
    internal InstallPlace Of(ParseResult parsed) =>
        parsed.GetValue(_dataDir) is { } folder
            ? InstallPlace.In(Path.GetFullPath(folder, terminal.Folder)) with
            {
                IsEverybodys = parsed.GetValue(_system),
            }
        : parsed.GetValue(_system) ? InstallPlace.ForEverybody(machine)
        : parsed.GetValue(_workspace) ? InstallPlace.InWorkspaceOf(terminal.Folder)
        : InstallPlace.ForUser(machine);
}
