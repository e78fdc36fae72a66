using NotebookEngine.CommandLine;
using NotebookEngine.Installation;
using NotebookEngine.Running;
using NotebookEngine.Sessions;

var terminal = Terminal.OfThisProcess();
var guard = new ProcessGuard(terminal.Error);
using var copy = CopyInUse.Hold(AppContext.BaseDirectory);
using var sessions = new SessionFactory(TimeProvider.System);
var exitCode = await new EngineCommand(sessions, TimeProvider.System, terminal, Machine.OfThisProcess()).InvokeAsync(
    args,
    CancellationToken.None
);

// A cell that timed out may still be at work, or have left a foreground thread; the process ends all the same.
guard.Exit(exitCode);
