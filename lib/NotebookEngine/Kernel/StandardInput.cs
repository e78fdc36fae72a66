using System.Text.Json.Nodes;
using NotebookEngine.Kernel.Requests;
using NotebookEngine.Kernel.Wire;

namespace NotebookEngine.Kernel;

/// <summary>Asks the person in front of the front end whose request is running. Jupyter messaging, "Messages on the stdin channel".</summary>
internal sealed class StandardInput(KernelVoice voice, KernelLog log)
{
    private readonly Lock _gate = new();
    private readonly List<InputQuestion> _open = [];

    /// <summary>Waits on the calling thread for one line.</summary>
    /// <exception cref="OperationCanceledException">Nobody waits for the answer any more.</exception>
    internal string Ask(KernelRequest request, string prompt, bool isPassword, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var question = new InputQuestion(request.Message.Identities);
        lock (_gate)
        {
            question.Id = voice.Ask(request, new JsonObject { ["prompt"] = prompt, ["password"] = isPassword });
            _open.Add(question);
        }

        try
        {
            question.Answer.Task.Wait(cancellationToken);
            return question.Answer.Task.Result;
        }
        finally
        {
            // First, for an interrupted thread may not get as far as the lock.
            question.Answer.TrySetCanceled(CancellationToken.None);
            lock (_gate)
            {
                _open.Remove(question);
            }
        }
    }

    /// <summary>Takes what came in on the stdin channel; what answers no open question is dropped.</summary>
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
            InputQuestion? question;
            lock (_gate)
            {
                question = _open.Find(open => open.IsAnsweredBy(message));
            }

            if (question?.Answer.TrySetResult(value) is not true)
            {
                log.Write("Stdin: an input_reply was dropped, because it answers no open question");
            }
        }
        catch (MalformedRequestException problem)
        {
            log.Write($"Stdin: input_reply is malformed: {problem.Message}");
        }
    }
}
