using NotebookEngine.Outputs;

namespace NotebookEngine.Execution;

/// <summary>Routes the console's writers and its reader to the running cell, until disposed.</summary>
internal sealed class ConsoleRouting : IDisposable
{
    private readonly TextWriter _originalOut = Console.Out;
    private readonly TextWriter _originalError = Console.Error;
    private readonly TextReader _originalIn = Console.In;
    private readonly TextWriter _routingOut;
    private readonly TextWriter _routingError;
    private readonly TextReader _routingIn;

    internal ConsoleRouting(CellAssemblies cells)
    {
        Console.SetOut(new RoutingTextWriter(CellOutput.Printed.StandardOutput, cells, _originalOut));
        Console.SetError(new RoutingTextWriter(CellOutput.Printed.StandardError, cells, _originalError));
        Console.SetIn(new RoutingTextReader(_originalIn));
        // The console wraps what it is given; these are the wrapped ones.
        _routingOut = Console.Out;
        _routingError = Console.Error;
        _routingIn = Console.In;
    }

    /// <summary>Restores the originals, unless another has taken the place since.</summary>
    public void Dispose()
    {
        if (ReferenceEquals(Console.Out, _routingOut))
        {
            Console.SetOut(_originalOut);
        }

        if (ReferenceEquals(Console.Error, _routingError))
        {
            Console.SetError(_originalError);
        }

        if (ReferenceEquals(Console.In, _routingIn))
        {
            Console.SetIn(_originalIn);
        }
    }
}
