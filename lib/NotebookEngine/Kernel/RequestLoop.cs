using System.Text.Json.Nodes;
using NotebookEngine.Kernel.Messages;
using NotebookEngine.Kernel.Requests;
using NotebookEngine.Kernel.Wire;
using NotebookEngine.Outputs;

namespace NotebookEngine.Kernel;

/// <summary>
/// Answers requests one after the other, in the order of their arrival, on the thread that runs it: busy, the reply, idle.
/// Nothing that a request does ends it.
/// </summary>
internal sealed class RequestLoop(
    MessageQueue<WireMessage> received,
    IEnumerable<IRequestHandler> handlers,
    MessagePublisher publisher,
    KernelLog log
)
{
    private readonly Dictionary<string, IRequestHandler> _handlers = handlers
        .SelectMany(handler => handler.MessageTypes.Select(type => KeyValuePair.Create(type, handler)))
        .ToDictionary();

    private long _taken;

    /// <summary>Ends with the queue.</summary>
    /// <param name="cancellationToken">Leaves unanswered what is still waiting.</param>
    internal void Run(CancellationToken cancellationToken)
    {
        foreach (var message in received.TakeAll().TakeWhile(_ => !cancellationToken.IsCancellationRequested))
        {
            _taken++;
            Answer(new KernelRequest(message, _taken, () => _taken + received.Count, publisher), cancellationToken);
        }
    }

    private void Answer(KernelRequest request, CancellationToken cancellationToken)
    {
        if (!_handlers.TryGetValue(request.Type, out var handler))
        {
            log.Write(
                $"{request.Message.Channel}: a message was dropped, because its type {Quoted(request.Type)} is unknown"
            );
            return;
        }

        publisher.PublishStatus(request.Message.Header, "busy");
        // What is no request, such as comm_open, has no reply, not even one that says what is wrong with it.
        if (
            Content(handler, request, cancellationToken) is { } content
            && request.Type.EndsWith("_request", StringComparison.Ordinal)
        )
        {
            publisher.Reply(request, content);
        }

        publisher.PublishStatus(request.Message.Header, "idle");
    }

    private JsonObject? Content(IRequestHandler handler, KernelRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return handler.HandleAsync(request, cancellationToken).GetAwaiter().GetResult();
        }
        catch (MalformedRequestException problem)
        {
            log.Write($"{request.Message.Channel}: {request.Type} is malformed: {problem.Message}");
            return Error(nameof(MalformedRequestException), $"{request.Type}: {problem.Message}");
        }
        catch (Exception problem)
        {
            // A fault of this kernel: the reply reports it, and the next request is handled.
            log.Write($"{request.Message.Channel}: {request.Type} failed: {problem.GetType()} {problem.StackTrace}");
            return Error(problem.GetType().FullName!, problem.Message);
        }
    }

    private static JsonObject Error(string name, string message) =>
        ReplyContent.Error(new CellOutput.Failed(name, message, []));

    private static string Quoted(string type) => JsonValue.Create(type[..Math.Min(type.Length, 40)]).ToJsonString();
}
