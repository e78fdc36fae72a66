using System.CommandLine;
using NotebookEngine.Kernel;
using NotebookEngine.Kernel.Lifetime;
using NotebookEngine.Kernel.Wire;
using NotebookEngine.Sessions;

namespace NotebookEngine.CommandLine;

/// <summary><c>kernel</c>: the command that front ends start. People need it only to see why a kernel does not start.</summary>
internal sealed class KernelCommand(SessionFactory sessions, TimeProvider clock, Terminal terminal)
{
    internal const string Name = "kernel";

    private readonly Argument<string> _connectionFile = new("connection-file")
    {
        Description = "The file in which the front end says where to listen.",
    };

    internal Command Command
    {
        get
        {
            var command = new Command(Name, "Serves one notebook to a front end that speaks the Jupyter protocol.")
            {
                _connectionFile,
            };
            command.SetAction(Run);
            return command;
        }
    }

    private int Run(ParseResult parsed)
    {
        try
        {
            var path = Path.GetFullPath(parsed.GetRequiredValue(_connectionFile), terminal.Folder);
            var kernel = new JupyterKernel(sessions, clock, terminal.Error);
            var endedInOrder = new KernelProcess(kernel, sessions, terminal.Error).Run(path, terminal.Folder);
            return endedInOrder ? ExitCode.AllPassed : ExitCode.CellFailed;
        }
        catch (ConnectionFileException problem)
        {
            terminal.Error.WriteLine(problem.Message);
            return ExitCode.Usage;
        }
    }
}
