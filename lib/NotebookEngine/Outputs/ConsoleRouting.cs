namespace NotebookEngine.Outputs;

/// <summary>Puts routing writers in front of the console's two, until disposed.</summary>
internal sealed class ConsoleRouting : IDisposable
{
    private readonly TextWriter _originalOut = Console.Out;
    private readonly TextWriter _originalError = Console.Error;
    private readonly TextWriter _routingOut;
    private readonly TextWriter _routingError;

    internal ConsoleRouting(CellAssemblies cells)
    {
        Console.SetOut(new RoutingTextWriter(CellOutput.Printed.StandardOutput, cells, _originalOut));
        Console.SetError(new RoutingTextWriter(CellOutput.Printed.StandardError, cells, _originalError));
        // The console wraps what it is given; these are the wrapped ones.
        _routingOut = Console.Out;
        _routingError = Console.Error;
    }

    /// <summary>Restores the original writers, unless another has taken the place since.</summary>
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
    }
}
