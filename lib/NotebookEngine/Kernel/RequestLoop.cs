using System.Text.Json.Nodes;
using System.Threading.Channels;
using NotebookEngine.Kernel.Requests;
using NotebookEngine.Kernel.Wire;

namespace NotebookEngine.Kernel;

/// <summary>Answers the requests of one channel in the order of their arrival: busy, the reply, idle. Nothing that a request does ends it.</summary>
internal sealed class RequestLoop(
    KernelChannel channel,
    ChannelReader<WireMessage> received,
    IEnumerable<IRequestHandler> handlers,
    KernelVoice voice,
    TextWriter log
)
{
    private readonly Dictionary<string, IRequestHandler> _handlers = handlers.ToDictionary(handler =>
        handler.MessageType
    );

    /// <summary>Ends with the answer to a request for shutdown.</summary>
    internal async Task RunAsync(CancellationToken cancellationToken)
    {
        var number = 0L;
        await foreach (var message in received.ReadAllAsync(cancellationToken))
        {
            await AnswerAsync(new KernelRequest(message, channel, ++number, voice), cancellationToken);
            if (message.Header.Type == ShutdownRequest.Type)
            {
                return;
            }
        }
    }

    private async Task AnswerAsync(KernelRequest request, CancellationToken cancellationToken)
    {
        if (!_handlers.TryGetValue(request.Type, out var handler))
        {
            log.WriteLine($"{channel}: a message was dropped, for its type {Quoted(request.Type)} is unknown");
            return;
        }

        voice.PublishStatus(request.Message.Header, "busy");
        if (await ContentAsync(handler, request, cancellationToken) is { } content)
        {
            voice.Reply(request, content);
        }

        voice.PublishStatus(request.Message.Header, "idle");
    }

    private async Task<JsonObject?> ContentAsync(
        IRequestHandler handler,
        KernelRequest request,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await handler.HandleAsync(request, cancellationToken);
        }
        catch (MalformedRequestException problem)
        {
            log.WriteLine($"{channel}: {request.Type} is malformed: {problem.Message}");
            return ReplyContent.Error(nameof(MalformedRequestException), $"{request.Type}: {problem.Message}", []);
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            // A fault of this kernel: it is told to whoever asked, and the next request is answered.
            log.WriteLine($"{channel}: {request.Type} failed: {problem}".ReplaceLineEndings(" "));
            return ReplyContent.Error(problem.GetType().FullName!, problem.Message, []);
        }
    }

    private static string Quoted(string type) => JsonValue.Create(type[..Math.Min(type.Length, 40)]).ToJsonString();
}
