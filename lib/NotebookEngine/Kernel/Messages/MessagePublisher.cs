using System.Text;
using System.Text.Json.Nodes;
using NotebookEngine.Kernel.Wire;

namespace NotebookEngine.Kernel.Messages;

/// <summary>Publishes the kernel's messages and sends its replies, from any thread.</summary>
internal sealed class MessagePublisher(KernelSockets sockets, TimeProvider clock)
{
    private readonly string _session = Guid.NewGuid().ToString("N");

    /// <summary>Publishes on iopub, to every front end.</summary>
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

    /// <summary>Publishes whether the kernel is at work.</summary>
    /// <param name="parent">The message that is the reason; null where there is none.</param>
    /// <param name="state"><c>busy</c>, <c>idle</c> or <c>starting</c>.</param>
    internal void PublishStatus(MessageHeader? parent, string state) =>
        Publish(parent, "status", new JsonObject { ["execution_state"] = state });

    /// <summary>Replies to the front end that sent the request.</summary>
    internal void Reply(KernelRequest request, JsonObject content) =>
        Send(
            request,
            request.Message.Channel,
            request.Type.Replace("_request", "_reply", StringComparison.Ordinal),
            content
        );

    /// <summary>Sends an <c>input_request</c> to the front end that sent the request.</summary>
    /// <returns>Its <c>msg_id</c>.</returns>
    internal string RequestInput(KernelRequest request, JsonObject content) =>
        Send(request, KernelChannel.Stdin, "input_request", content);

    private string Send(KernelRequest request, KernelChannel channel, string type, JsonObject content)
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
