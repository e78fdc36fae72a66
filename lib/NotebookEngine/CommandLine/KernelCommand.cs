using System.CommandLine;
using NotebookEngine.Kernel;
using NotebookEngine.Kernel.Wire;
using NotebookEngine.Sessions;

namespace NotebookEngine.CommandLine;

/// <summary><c>kernel</c>: what a front end starts. People need it only to see why a kernel does not start.</summary>
internal sealed class KernelCommand(SessionFactory sessions, TimeProvider clock, Terminal terminal)
{
    private readonly Argument<string> _connectionFile = new("connection-file")
    {
        Description = "The file in which the front end says where to listen.",
    };

    internal Command Command
    {
        get
        {
            var command = new Command("kernel", "Serves one notebook to a front end that speaks the Jupyter protocol.")
            {
                _connectionFile,
            };
            command.SetAction(RunAsync);
            return command;
        }
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        try
        {
            var path = Path.GetFullPath(parsed.GetRequiredValue(_connectionFile), terminal.Folder);
            await new JupyterKernel(sessions, clock, terminal.Error).RunAsync(path, terminal.Folder, cancellationToken);
            return ExitCode.AllPassed;
        }
        catch (ConnectionFileException problem)
        {
            await terminal.Error.WriteLineAsync(problem.Message);
            return ExitCode.Usage;
        }
    }
}
