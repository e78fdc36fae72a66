using System.CommandLine;
using NotebookEngine.Installation;

namespace NotebookEngine.CommandLine;

/// <summary><c>uninstall</c>: takes the C# kernel out again.</summary>
internal sealed class UninstallCommand(Machine machine, Terminal terminal)
{
    private readonly PlaceOptions _place = new(machine, terminal);

    internal Command Command
    {
        get
        {
            var command = new Command("uninstall", "Removes the kernel that 'install' has made, and no other kernel.");
            _place.AddTo(command);
            command.SetAction(
                (parsed, _) => InstallationOutcome.OfAsync(terminal, () => UninstallAsync(_place.Of(parsed)))
            );
            return command;
        }
    }

    private Task UninstallAsync(InstallPlace place) =>
        AdministratorRights.AskForAsync(
            place,
            "uninstall --system",
            () => new Uninstaller(place, terminal.Out).UninstallAsync()
        );
}
