using System.CommandLine;
using NotebookEngine.Installation;
using NotebookEngine.Running;
using NotebookEngine.Sessions;

namespace NotebookEngine.CommandLine;

/// <summary>
/// The command line: <c>run</c>, the default; <c>kernel</c>, and the commands that install it; <c>book</c>; <c>progress</c>;
/// <c>new</c>.
/// </summary>
internal sealed class EngineCommand
{
    private readonly Terminal _terminal;
    private readonly RunCommand _run;
    private readonly RootCommand _root = new("Runs C# notebooks: headlessly, or behind a front end.");
    private readonly RunCommandOptions _arguments = new();

    internal EngineCommand(
        NotebookRunner runner,
        SessionFactory sessions,
        TimeProvider clock,
        Terminal terminal,
        Machine machine
    )
    {
        _terminal = terminal = terminal.Guarded();
        _run = new RunCommand(runner, clock, terminal);
        _arguments.Command.SetAction(
            (parsed, cancellationToken) => _run.RunAsync(_arguments.Settings(parsed), cancellationToken)
        );
        _root.SetAction((_, cancellationToken) => _run.RunAsync(new RunSettings(), cancellationToken));
        _root.Subcommands.Add(_arguments.Command);
        _root.Subcommands.Add(new BookCommand(runner, sessions, clock, terminal).Command);
        _root.Subcommands.Add(new KernelCommand(sessions, clock, terminal).Command);
        _root.Subcommands.Add(new InstallCommand(machine, clock, terminal).Command);
        _root.Subcommands.Add(new UninstallCommand(machine, terminal).Command);
        _root.Subcommands.Add(new DoctorCommand(machine, clock, terminal).Command);
        _root.Subcommands.Add(new ProgressCommand(machine, clock, terminal).Command);
        _root.Subcommands.Add(new NewCommand(terminal).Command);
    }

    /// <returns>The process's exit code.</returns>
    internal async Task<int> InvokeAsync(string[] args, CancellationToken cancellationToken)
    {
        var parsed = _root.Parse(args);
        foreach (var error in parsed.Errors)
        {
            await _terminal.Error.WriteLineAsync(error.Message);
        }

        var configuration = new InvocationConfiguration
        {
            Output = _terminal.Out,
            Error = _terminal.Error,
            // To others a signal means cancelling; a kernel knows what to make of it.
            ProcessTerminationTimeout =
                parsed.CommandResult.Command.Name == KernelCommand.Name ? null : TimeSpan.FromSeconds(2),
        };
        var exitCode =
            parsed.Errors.Count > 0 ? ExitCode.Usage : await parsed.InvokeAsync(configuration, cancellationToken);
        if (_terminal.OutputProblem is not { } problem)
        {
            return exitCode;
        }

        await _terminal.Error.WriteLineAsync($"standard output could not be written: {problem}");
        return Math.Max(exitCode, ExitCode.Unwritten);
    }
}
