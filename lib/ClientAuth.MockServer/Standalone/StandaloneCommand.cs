using System.CommandLine;
using System.CommandLine.Invocation;
using ClientAuth.MockServer.Standalone.Arguments;
using ClientAuth.MockServer.Standalone.Exits;

namespace ClientAuth.MockServer.Standalone;

/// <summary>The program: reads the command line, runs the server, and says in one line what went wrong.</summary>
internal sealed class StandaloneCommand(TimeProvider clock, TextWriter output, TextWriter error)
{
    /// <summary>Runs until <paramref name="stop"/> is cancelled. The result is one of <see cref="ExitCodes"/>.</summary>
    public async Task<int> RunAsync(IReadOnlyList<string> arguments, CancellationToken stop)
    {
        var syntax = new CommandLineSyntax();
        syntax.Command.SetAction((parsed, cancelled) => ServeAsync(syntax.Read(parsed), cancelled));
        var parsed = syntax.Command.Parse(arguments);
        if (parsed.Action is ParseErrorAction)
        {
            return Fail(ExitCodes.Usage, $"{parsed.Errors[0].Message} Try --help.");
        }

        return await parsed.InvokeAsync(
            new InvocationConfiguration
            {
                Output = output,
                Error = error,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = null, // StopSignals does it, for a closed terminal as well.
            },
            stop
        );
    }

    private async Task<int> ServeAsync(StandaloneArguments arguments, CancellationToken stop)
    {
        // Not disposed of: the thread that watches the input may be the last to use it.
        var ended = CancellationTokenSource.CreateLinkedTokenSource(stop);
        if (arguments.EndsWithInput)
        {
            EndOfInput.Watch(Console.OpenStandardInput(), ended.Cancel);
        }

        try
        {
            await new StandaloneServer(clock, output, error).RunAsync(arguments, ended.Token);
            return ExitCodes.Ended;
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested)
        {
            // Asked to stop while it started.
            return ExitCodes.Ended;
        }
        catch (StartFailure failure)
        {
            return Fail(failure.ExitCode, failure.Message);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Fail(ExitCodes.CouldNotStart, e.Message);
        }
    }

    private int Fail(int exitCode, string message)
    {
        error.WriteLine($"error: {message.ReplaceLineEndings(" ")}");
        return exitCode;
    }
}
