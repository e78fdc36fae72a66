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
    /// <param name="parent">The message that is the reason.</param>
    /// <param name="type">The <c>msg_type</c>.</param>
    /// <param name="content">The content.</param>
    internal void Publish(MessageHeader parent, string type, JsonObject content) =>
        sockets.Send(
            KernelChannel.IoPub,
            Message(type, parent, content) with
            {
                // The topic; front ends subscribe to all.
                Identities = [Encoding.UTF8.GetBytes($"kernel.{_session}.{type}")],
            }
        );

    /// <summary>Tells everybody whether the kernel is at work.</summary>
    /// <param name="parent">The message that is the reason.</param>
    /// <param name="state"><c>busy</c>, <c>idle</c> or <c>starting</c>.</param>
    internal void PublishStatus(MessageHeader parent, string state) =>
        Publish(parent, "status", new JsonObject { ["execution_state"] = state });

    /// <summary>Answers the one who asked.</summary>
    internal void Reply(KernelRequest request, JsonObject content) =>
        sockets.Send(
            request.Channel,
            Message(
                request.Type.Replace("_request", "_reply", StringComparison.Ordinal),
                request.Message.Header,
                content
            ) with
            {
                Identities = request.Message.Identities,
            }
        );

    private WireMessage Message(string type, MessageHeader parent, JsonObject content) =>
        new()
        {
            Header = MessageHeader.Create(type, _session, clock),
            ParentHeader = parent.Json,
            Content = content,
        };
}
