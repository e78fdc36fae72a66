using System.Text.Json.Nodes;

namespace NotebookEngine.Kernel.Wire;

/// <summary>One message of the Jupyter protocol.</summary>
internal sealed record WireMessage
{
    /// <summary>Where it came in, or leaves.</summary>
    public required KernelChannel Channel { get; init; }

    /// <summary>Who a router socket sends it to or had it from; on iopub the topic.</summary>
    public IReadOnlyList<byte[]> Identities { get; init; } = [];

    public required MessageHeader Header { get; init; }

    /// <summary>The header of the message that this one answers; null where it answers none.</summary>
    public MessageHeader? Parent { get; init; }

    public JsonObject Metadata { get; init; } = [];

    public JsonObject Content { get; init; } = [];
}
