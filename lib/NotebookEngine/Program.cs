using NotebookEngine.CommandLine;
using NotebookEngine.Running;

var terminal = Terminal.OfThisProcess();
var guard = new ProcessGuard(terminal.Error);
using var runner = new NotebookRunner(TimeProvider.System);
var exitCode = await new EngineCommand(runner, terminal).InvokeAsync(args, CancellationToken.None);

// A cell that timed out may still be at work, or have left a foreground thread; the process ends all the same.
guard.Exit(exitCode);
