using NotebookEngine.Kernel.Wire;

namespace NotebookEngine.Kernel;

/// <summary>An <c>input_request</c> that waits for its answer.</summary>
/// <param name="asked">The identities of the front end that was asked.</param>
internal sealed class InputQuestion(IReadOnlyList<byte[]> asked)
{
    /// <summary>The <c>msg_id</c> of the question.</summary>
    internal string? Id { get; set; }

    internal TaskCompletionSource<string> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    // Some front ends name the question that they answer, others leave the parent empty.
    internal bool IsAnsweredBy(WireMessage reply) =>
        !Answer.Task.IsCompleted
        && (reply.Parent is null || reply.Parent.Id == Id)
        && reply.Identities.Count == asked.Count
        && reply.Identities.Zip(asked).All(pair => pair.First.AsSpan().SequenceEqual(pair.Second));
}
