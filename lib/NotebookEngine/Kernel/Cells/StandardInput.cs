using System.Text.Json.Nodes;
using NotebookEngine.Kernel.Messages;
using NotebookEngine.Kernel.Wire;

namespace NotebookEngine.Kernel.Cells;

/// <summary>
/// Asks the user of the front end whose request is running for a line. Jupyter messaging, "Messages on the stdin channel".
/// </summary>
internal sealed class StandardInput(MessagePublisher publisher, KernelLog log)
{
    private readonly Lock _gate = new();
    private readonly List<InputRequest> _open = [];

    /// <summary>Waits on the calling thread for one line.</summary>
    /// <exception cref="OperationCanceledException">The cell has ended or was interrupted.</exception>
    internal string ReadLine(KernelRequest request, string prompt, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var open = new InputRequest(request.Message.Identities);
        lock (_gate)
        {
            open.Id = publisher.RequestInput(request, new JsonObject { ["prompt"] = prompt, ["password"] = false });
            _open.Add(open);
        }

        try
        {
            open.Reply.Task.Wait(cancellationToken);
            return open.Reply.Task.Result;
        }
        finally
        {
            // First, for an interrupted thread may not get as far as the lock.
            open.Reply.TrySetCanceled(CancellationToken.None);
            lock (_gate)
            {
                _open.Remove(open);
            }
        }
    }

    /// <summary>Takes what came in on the stdin channel; a reply to no open request is dropped.</summary>
    internal void Receive(WireMessage message)
    {
        if (message.Header.Type != "input_reply")
        {
            log.Write("Stdin: a message was dropped, because it is not an input_reply");
            return;
        }

        try
        {
            var value = new RequestContent(message.Content).Text("value");
            InputRequest? request;
            lock (_gate)
            {
                request = _open.Find(open => open.IsAnsweredBy(message));
            }

            if (request?.Reply.TrySetResult(value) is not true)
            {
                log.Write("Stdin: an input_reply was dropped, because it answers no open question");
            }
        }
        catch (MalformedRequestException problem)
        {
            log.Write($"Stdin: input_reply is malformed: {problem.Message}");
        }
    }

    /// <summary>An <c>input_request</c> that waits for its <c>input_reply</c>.</summary>
    /// <param name="asked">The identities of the front end that was asked.</param>
    private sealed class InputRequest(IReadOnlyList<byte[]> asked)
    {
        /// <summary>Its <c>msg_id</c>.</summary>
        internal string? Id { get; set; }

        internal TaskCompletionSource<string> Reply { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        // Some front ends name the request that they answer, others leave the parent empty.
        internal bool IsAnsweredBy(WireMessage reply) =>
            !Reply.Task.IsCompleted
            && (reply.Parent is null || reply.Parent.Id == Id)
            && reply.Identities.Count == asked.Count
            && reply.Identities.Zip(asked).All(pair => pair.First.AsSpan().SequenceEqual(pair.Second));
    }
}
