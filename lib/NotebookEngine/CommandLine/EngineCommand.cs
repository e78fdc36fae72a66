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
    private readonly TimeProvider _clock;
    private volatile Action _cancelCommand = () => { };
    private volatile Task _commandEnded = Task.CompletedTask;
    private volatile bool _processEnds;

    internal EngineCommand(
        NotebookRunner runner,
        SessionFactory sessions,
        TimeProvider clock,
        Terminal terminal,
        Machine machine
    )
    {
        _terminal = terminal = terminal.Guarded();
        _clock = clock;
        _run = new RunCommand(runner, clock, terminal);
        _arguments.Command.SetAction(
            (parsed, cancellationToken) => RunAsync(_arguments.Settings(parsed), cancellationToken)
        );
        _root.SetAction((_, cancellationToken) => RunAsync(new RunSettings(), cancellationToken));
        _root.Subcommands.Add(_arguments.Command);
        _root.Subcommands.Add(new BookCommand(runner, sessions, clock, terminal).Command);
        _root.Subcommands.Add(new KernelCommand(sessions, clock, terminal).Command);
        _root.Subcommands.Add(new InstallCommand(machine, clock, terminal).Command);
        _root.Subcommands.Add(new UninstallCommand(machine, terminal).Command);
        _root.Subcommands.Add(new DoctorCommand(machine, clock, terminal).Command);
        _root.Subcommands.Add(new ProgressCommand(machine, clock, terminal).Command);
        _root.Subcommands.Add(new NewCommand(terminal).Command);
    }

    /// <summary>Ends the process with an exit code, where a command that was cancelled does not end by itself.</summary>
    internal Action<int> EndProcess { get; init; } = Environment.Exit;

    /// <returns>The process's exit code.</returns>
    internal async Task<int> InvokeAsync(string[] args, CancellationToken cancellationToken)
    {
        var parsed = _root.Parse(args);
        foreach (var error in parsed.Errors)
        {
            await _terminal.Error.WriteLineAsync(error.Message);
        }

        var exitCode = parsed.Errors.Count > 0 ? ExitCode.Usage : await InvokeAsync(parsed, cancellationToken);
        if (_terminal.OutputProblem is not { } problem)
        {
            return exitCode;
        }

        await _terminal.Error.WriteLineAsync($"standard output could not be written: {problem}");
        return Math.Max(exitCode, ExitCode.Unwritten);
    }

    /// <summary>
    /// Something ends the process while a command is at work: cancels the command, and waits until it has written what is done.
    /// </summary>
    /// <param name="limit">How long to wait.</param>
    internal void FinishEarly(TimeSpan limit)
    {
        _processEnds = true;
        // On a thread of its own: what the command does then may go on where it is cancelled, and this thread may be the one that ends.
        _ = Task.Run(_cancelCommand);
        _commandEnded.Wait(limit);
    }

    private async Task<int> InvokeAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var configuration = new InvocationConfiguration
        {
            Output = _terminal.Out,
            Error = _terminal.Error,
            // Signals are handled here, and by a kernel in its own way.
            ProcessTerminationTimeout = null,
        };
        if (parsed.CommandResult.Command.Name == KernelCommand.Name)
        {
            return await parsed.InvokeAsync(configuration, cancellationToken);
        }

        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var signals = new CommandSignals(cancel, _clock, EndProcess);
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        (_commandEnded, _cancelCommand) = (ended.Task, cancel.Cancel);
        try
        {
            var exitCode = await parsed.InvokeAsync(configuration, cancel.Token);
            return exitCode == ExitCode.Cancelled ? signals.CancelledCode : exitCode;
        }
        finally
        {
            _cancelCommand = () => { };
            ended.SetResult();
        }
    }

    private async Task<int> RunAsync(RunSettings settings, CancellationToken cancellationToken)
    {
        var exitCode = await _run.RunAsync(settings, cancellationToken);
        if (exitCode == ExitCode.Cancelled && !_processEnds)
        {
            await _terminal.Error.WriteLineAsync("cancelled");
        }

        return exitCode;
    }
}
