using System.Text.Json.Nodes;
using NotebookEngine.Kernel.Wire;

namespace NotebookEngine.Kernel.Messages;

/// <summary>A request that the kernel is handling.</summary>
/// <param name="Message">As it came.</param>
/// <param name="Number">Counts the requests of its queue, in the order of arrival.</param>
/// <param name="LastArrived">The number of the last request that has arrived by now.</param>
/// <param name="Publisher">Sends what the kernel answers.</param>
internal sealed record KernelRequest(
    WireMessage Message,
    long Number,
    Func<long> LastArrived,
    MessagePublisher Publisher
)
{
    internal string Type => Message.Header.Type;

    internal RequestContent Content => new(Message.Content);

    /// <summary>Publishes a message with this request as its parent.</summary>
    internal void Publish(string type, JsonObject content) => Publisher.Publish(Message.Header, type, content);
}
