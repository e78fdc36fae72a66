using System.Text;
using NotebookEngine.Arguments;
using NotebookEngine.CommandLine;
using NotebookEngine.Installation;
using NotebookEngine.Limits;
using NotebookEngine.Running;
using NotebookEngine.Sessions;

// A console of Windows has a code page that damages "…" and names; what reads a pipe expects UTF-8 as elsewhere.
if (OperatingSystem.IsWindows())
{
    Console.OutputEncoding = Encoding.UTF8;
}

if (!WorkingDirectory.IsThere())
{
    await Console.Error.WriteLineAsync(WorkingDirectory.Gone);
    return ExitCode.Usage;
}

if (
    args is [] or ["run" or "book" or "kernel", ..]
    && OpenFileLimit.Refusal(OpenFileLimit.OfThisProcess()) is { } tooFewFiles
)
{
    await Console.Error.WriteLineAsync(tooFewFiles);
    return ExitCode.Usage;
}

if (args is [] or ["run" or "book", ..] && MemoryLimit.Warning(MemoryLimit.OfThisProcess()) is { } littleMemory)
{
    await Console.Error.WriteLineAsync(littleMemory);
}

var terminal = Terminal.OfThisProcess().Guarded();
var guard = new ProcessGuard(terminal.Error);
using var copy = CopyInUse.Hold(AppContext.BaseDirectory);
using var sessions = new SessionFactory(TimeProvider.System);
var runner = new NotebookRunner(sessions, TimeProvider.System);
var command = new EngineCommand(runner, sessions, TimeProvider.System, terminal, Machine.OfThisProcess())
{
    EndProcess = guard.Exit,
};
guard.FinishEarly = command.FinishEarly;
var exitCode = await command.InvokeAsync(args, CancellationToken.None);

// A cell that timed out may still be at work, or have left a foreground thread; the process ends all the same.
guard.Exit(exitCode);
return exitCode;
