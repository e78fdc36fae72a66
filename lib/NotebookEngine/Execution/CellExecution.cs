using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using NotebookEngine.Outputs;

namespace NotebookEngine.Execution;

/// <summary>
/// One execution of a cell: what it was given, where its outputs go, and how it ended. A headless run and the kernel each make one for
/// every cell, and a session executes it. Work that the cell leaves running may put out more, and fail, after the cell has ended.
/// </summary>
/// <param name="id">Names the cell in stack frames; unique within the session.</param>
/// <param name="source">The cell's text.</param>
/// <param name="output">Is given each output as it is made, from any thread.</param>
[SuppressMessage(
    "Design",
    "CA1001",
    Justification = "An interrupt may hold a source when the cell has just ended, and neither has a timer or a handle"
)]
internal sealed class CellExecution(string id, string source, Action<CellOutput> output)
{
    private readonly CancellationTokenSource _interrupt = new();
    private readonly CancellationTokenSource _end = new();
    private readonly Lock _gate = new();
    private Func<Exception, StackTrace, CellFailure>? _explain;
    private ConsoleInput? _input;
    private CellFailure? _failureOutside;
    private volatile bool _hasStarted;
    private volatile bool _endsProcess;

    internal string Id => id;

    internal string Source => source;

    /// <summary>Where the outputs go. What a session keeps of a cell that has ended is this alone.</summary>
    internal Action<CellOutput> Output => output;

    /// <summary>Asks the user for a line of console input and waits for it; null where there is no user.</summary>
    internal Func<CancellationToken, string>? ReadLine { get; init; }

    /// <summary>What the user typed for this cell.</summary>
    internal ConsoleInput Input => LazyInitializer.EnsureInitialized(ref _input, () => new ConsoleInput(Ask));

    /// <summary>The threads that work for the cell.</summary>
    internal CellThreads Threads { get; } = new();

    /// <summary>Is cancelled when the cell is interrupted.</summary>
    internal CancellationToken Interrupted => _interrupt.Token;

    /// <summary>Whether the cell's own code has begun to run.</summary>
    internal bool HasStarted => _hasStarted;

    /// <summary>The value of the last expression; null where there is none.</summary>
    internal MimeBundle? Returned { get; private set; }

    /// <summary>Why the cell failed; null while it has not. Work that it left running may fail it after its end.</summary>
    internal CellFailure? Failure { get; private set; }

    /// <summary>Whether something failed outside of the cell's own flow, such as on a thread that it started.</summary>
    internal bool HasFailedOutside => _failureOutside is not null;

    /// <summary>The cell's own code begins to run, on the calling thread.</summary>
    /// <param name="explain">Explains an exception that nothing catches, with the frames that it passed.</param>
    internal void Start(Func<Exception, StackTrace, CellFailure> explain)
    {
        _explain = explain;
        CurrentCell.Is(this);
        _hasStarted = true;
    }

    /// <summary>Puts out the value of the last expression.</summary>
    internal void Return(MimeBundle value)
    {
        Returned = value;
        output(new CellOutput.Returned(value));
    }

    /// <summary>Stops the cell, as far as .NET allows.</summary>
    internal void Interrupt()
    {
        if (!_endsProcess)
        {
            _interrupt.Cancel();
        }
    }

    /// <summary>Fails the cell for an exception that nothing catches, on whatever thread.</summary>
    internal void Fail(Exception exception, StackTrace trace)
    {
        if (!Threads.IsInterrupted)
        {
            Fail(_explain!(exception, trace));
        }
    }

    /// <summary>Ends the cell: it puts out why it failed, unless it has already.</summary>
    /// <param name="failure">Why the cell's own code failed, or null.</param>
    /// <param name="leftOut">Which outputs were left out, or null.</param>
    /// <returns>Why the cell failed, or null.</returns>
    internal CellFailure? End(CellFailure? failure, string? leftOut)
    {
        lock (_gate)
        {
            _end.Cancel();
            failure = _failureOutside ?? failure;
            Failure =
                failure is null || leftOut is null
                    ? failure
                    : failure with
                    {
                        Details = [.. failure.Details, $"   {leftOut}"],
                    };
            if (Failure is null || HasFailedOutside)
            {
                return Failure;
            }
        }

        output(Failure.ToOutput());
        return Failure;
    }

    /// <summary>
    /// Fails the cell for ending the process. It is not interrupted any more: its thread waits for all that is done at the process's
    /// end, and would, once woken, end the process before the front end has been told.
    /// </summary>
    internal void EndWithProcess(CellFailure failure)
    {
        _endsProcess = true;
        lock (_gate)
        {
            _failureOutside ??= failure;
        }

        output(failure.ToOutput());
    }

    // The cell may wait in vain for what has failed, so it is interrupted.
    private void Fail(CellFailure failure)
    {
        lock (_gate)
        {
            if (_end.IsCancellationRequested)
            {
                Failure ??= failure;
            }
            else if (_failureOutside is not null)
            {
                return;
            }
            else
            {
                // Not on this thread: what is interrupted may be waiting for this very call.
                _interrupt.CancelAsync();
            }

            _failureOutside ??= failure;
        }

        output(failure.ToOutput());
    }

    [StackTraceHidden]
    private string Ask()
    {
        if (ReadLine is null)
        {
            throw new InvalidOperationException(
                "This notebook runs where no user can type an answer, so there is no console input. Give the value in the cell"
            );
        }

        if (_end.IsCancellationRequested)
        {
            throw new InvalidOperationException("The cell has ended, and nobody is there to be asked any more");
        }

        using var unanswered = CancellationTokenSource.CreateLinkedTokenSource(_interrupt.Token, _end.Token);
        return ReadLine(unanswered.Token);
    }
}
