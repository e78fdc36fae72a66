using System.Text;
using System.Text.Json.Nodes;
using NotebookEngine.Kernel.Requests;
using NotebookEngine.Kernel.Wire;

namespace NotebookEngine.Kernel;

/// <summary>What the kernel says, from any thread.</summary>
internal sealed class KernelVoice(KernelSockets sockets, TimeProvider clock)
{
    private readonly string _session = Guid.NewGuid().ToString("N");

    /// <summary>Tells everybody who listens.</summary>
    /// <param name="parent">The message that is the reason; null where there is none.</param>
    /// <param name="type">The <c>msg_type</c>.</param>
    /// <param name="content">The content.</param>
    internal void Publish(MessageHeader? parent, string type, JsonObject content) =>
        sockets.Send(
            new WireMessage
            {
                Channel = KernelChannel.IoPub,
                // The topic; front ends subscribe to all.
                Identities = [Encoding.UTF8.GetBytes($"kernel.{_session}.{type}")],
                Header = Header(type),
                Parent = parent,
                Content = content,
            }
        );

    /// <summary>Tells everybody whether the kernel is at work.</summary>
    /// <param name="parent">The message that is the reason; null where there is none.</param>
    /// <param name="state"><c>busy</c>, <c>idle</c> or <c>starting</c>.</param>
    internal void PublishStatus(MessageHeader? parent, string state) =>
        Publish(parent, "status", new JsonObject { ["execution_state"] = state });

    /// <summary>Answers the one who asked.</summary>
    internal void Reply(KernelRequest request, JsonObject content) =>
        Tell(
            request,
            request.Message.Channel,
            request.Type.Replace("_request", "_reply", StringComparison.Ordinal),
            content
        );

    /// <summary>Asks the one who sent the request.</summary>
    /// <returns>The question's <c>msg_id</c>.</returns>
    internal string Ask(KernelRequest request, JsonObject content) =>
        Tell(request, KernelChannel.Stdin, "input_request", content);

    private string Tell(KernelRequest request, KernelChannel channel, string type, JsonObject content)
    {
        var header = Header(type);
        sockets.Send(
            new WireMessage
            {
                Channel = channel,
                Identities = request.Message.Identities,
                Header = header,
                Parent = request.Message.Header,
                Content = content,
            }
        );
        return header.Id;
    }

    private MessageHeader Header(string type) => MessageHeader.Create(type, _session, clock);
}
