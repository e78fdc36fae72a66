using System.Text.Json.Nodes;
using NotebookEngine.Kernel.Wire;

namespace NotebookEngine.Kernel.Requests;

/// <summary>A request on its way through the kernel, and what may be said in answer to it.</summary>
/// <param name="Message">As it came.</param>
/// <param name="Number">Counts the requests of its queue, in the order of arrival.</param>
/// <param name="LastArrived">The number of the last request that has arrived by now.</param>
/// <param name="Voice">Speaks for the kernel.</param>
internal sealed record KernelRequest(WireMessage Message, long Number, Func<long> LastArrived, KernelVoice Voice)
{
    internal string Type => Message.Header.Type;

    internal RequestContent Content => new(Message.Content);

    /// <summary>Tells everybody who listens.</summary>
    internal void Publish(string type, JsonObject content) => Voice.Publish(Message.Header, type, content);
}
