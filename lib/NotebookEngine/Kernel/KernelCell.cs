using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using NotebookEngine.Kernel.Requests;
using NotebookEngine.Outputs;
using NotebookEngine.Sessions;

namespace NotebookEngine.Kernel;

/// <summary>A cell that a front end runs, on its way and after it: work that it left running may write, and fail, when it has long ended.</summary>
[SuppressMessage(
    "Design",
    "CA1001",
    Justification = "An interrupt may hold a source when the cell has just ended, and neither has a timer or a handle"
)]
internal sealed class KernelCell(
    KernelRequest request,
    ExecuteOptions options,
    StandardInput input,
    CellMessages messages
)
{
    private readonly CancellationTokenSource _interrupt = new();
    private readonly CancellationTokenSource _end = new();
    private readonly Lock _gate = new();
    private CellFailure? _stray;
    private volatile bool _endsProcess;

    /// <summary>The value of the last expression as text, or null.</summary>
    internal string? Returned { get; private set; }

    /// <returns>Why it failed, or null.</returns>
    internal async Task<CellFailure?> RunAsync(string id, NotebookSession session)
    {
        var host = new CellHost(Put, Stray) { Ask = options.AllowsInput ? Ask : null };
        var failure = await session.ExecuteAsync(id, options.Code, host, _interrupt.Token);
        lock (_gate)
        {
            _end.Cancel();
            failure = _stray ?? failure;
        }

        var leftOut = messages.End();
        if (failure is not null && failure != _stray)
        {
            failure = leftOut is null ? failure : failure with { Details = [.. failure.Details, $"   {leftOut}"] };
            Put(failure.ToOutput());
        }

        messages.Flush();
        return failure;
    }

    /// <summary>Evaluates what the front end wants to know after the cell.</summary>
    /// <returns>The value or the failure of each expression by its name.</returns>
    internal async Task<JsonObject> EvaluateAsync(string id, NotebookSession session)
    {
        var results = new JsonObject();
        foreach (var (number, (name, expression)) in options.Expressions.Index())
        {
            var host = new CellHost(output => Collect(name, output), _ => { });
            results[name] = ReplyContent.Value(null);
            var failure = await session.EvaluateAsync(
                FormattableString.Invariant($"{id}, expression {number + 1}"),
                expression,
                host,
                _interrupt.Token
            );
            if (failure?.ToOutput() is { } error)
            {
                results[name] = ReplyContent.Error(error.Name, error.Message, error.Traceback);
            }
        }

        return results;

        void Collect(string name, CellOutput output)
        {
            if (output is CellOutput.Returned returned)
            {
                results[name] = ReplyContent.Value(returned.Data);
            }
        }
    }

    /// <summary>Stops it, as far as .NET allows.</summary>
    internal void Interrupt()
    {
        if (!_endsProcess)
        {
            _interrupt.Cancel();
        }
    }

    /// <summary>Fails it for ending the process. It is not interrupted any more: its thread waits for all that is done at the process's end,
    /// and would, once woken, end the process before the front end has been told.</summary>
    internal void EndWithProcess(CellFailure failure)
    {
        _endsProcess = true;
        lock (_gate)
        {
            _stray ??= failure;
        }

        Put(failure.ToOutput());
    }

    /// <summary>Fails it for what happens outside its own flow. The cell may wait in vain for what has failed, so it ends, too.</summary>
    internal void Stray(CellFailure failure)
    {
        lock (_gate)
        {
            if (!_end.IsCancellationRequested)
            {
                if (_stray is not null)
                {
                    return;
                }

                _stray = failure;
                // Not here: what is interrupted may be waiting for this very call.
                _interrupt.CancelAsync();
            }
        }

        Put(failure.ToOutput());
    }

    private void Put(CellOutput output)
    {
        if (output is CellOutput.Returned returned)
        {
            Returned = returned.Data.Text;
        }

        if (!options.IsSilent)
        {
            messages.Add(output);
        }
    }

    private string Ask(string prompt, bool isPassword)
    {
        if (_end.IsCancellationRequested)
        {
            throw new InvalidOperationException("The cell has ended, and nobody is there to be asked any more");
        }

        using var unanswered = CancellationTokenSource.CreateLinkedTokenSource(_interrupt.Token, _end.Token);
        var question = prompt.Length > 0 ? prompt : messages.TakeQuestion();
        return input.Ask(request, question, isPassword, unanswered.Token);
    }
}
