using System.Text.Json.Nodes;
using NotebookEngine.Execution;
using NotebookEngine.Kernel.Cells;
using NotebookEngine.Kernel.Messages;

namespace NotebookEngine.Kernel.Requests;

/// <summary><c>execute_request</c>: runs a cell and publishes what it puts out.</summary>
internal sealed class ExecuteHandler(KernelSession session, StandardInput input, History history, TimeProvider clock)
    : IRequestHandler
{
    private long _abortedUpTo;
    private int _uncounted;

    public IReadOnlyList<string> MessageTypes => ["execute_request"];

    public async Task<JsonObject?> HandleAsync(KernelRequest request, CancellationToken cancellationToken)
    {
        if (request.Number <= _abortedUpTo)
        {
            return new JsonObject { ["status"] = "aborted" };
        }

        var options = ExecuteOptions.Of(request.Content);
        var count = options.StoresHistory ? session.CountOne() : session.ExecutionCount;
        if (!options.IsSilent)
        {
            request.Publish("execute_input", new JsonObject { ["code"] = options.Code, ["execution_count"] = count });
        }

        var reply = await RunAsync(request, options, count);
        reply["execution_count"] = count;
        return reply;
    }

    private async Task<JsonObject> RunAsync(KernelRequest request, ExecuteOptions options, int count)
    {
        var outputs = new PublishedOutputs(request, count, clock);
        var cell = new CellExecution(NameOf(options, count), options.Code, options.IsSilent ? _ => { } : outputs.Add)
        {
            ReadLine = options.AllowsInput ? ReadLine : null,
        };
        var (failure, expressions) = await session.RunAsync(cell, outputs, options.Expressions);
        if (options.StoresHistory)
        {
            history.Add(count, options.Code, cell.Returned?.Text);
        }

        if (failure is null)
        {
            var reply = ReplyContent.Ok();
            reply["payload"] = new JsonArray();
            reply["user_expressions"] = expressions;
            return reply;
        }

        if (options.StopsOnError)
        {
            _abortedUpTo = request.LastArrived();
        }

        return ReplyContent.Error(failure.ToOutput());

        string ReadLine(CancellationToken cancellationToken) =>
            input.ReadLine(request, outputs.TakePrompt(), cancellationToken);
    }

    // Stack frames name a cell, so each has a name of its own, and the compiler's cells are told apart by it.
    private string NameOf(ExecuteOptions options, int count) =>
        options.StoresHistory
            ? FormattableString.Invariant($"In [{count}]")
            : FormattableString.Invariant($"uncounted cell {++_uncounted}");
}
