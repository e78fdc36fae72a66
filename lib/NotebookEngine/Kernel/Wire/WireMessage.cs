using System.Text.Json.Nodes;

namespace NotebookEngine.Kernel.Wire;

/// <summary>One message of the Jupyter protocol.</summary>
internal sealed record WireMessage
{
    /// <summary>Who a router socket sends it to or had it from; on iopub the topic.</summary>
    public IReadOnlyList<byte[]> Identities { get; init; } = [];

    public required MessageHeader Header { get; init; }

    /// <summary>The header of the message that this one answers, as it came; empty where it answers none.</summary>
    public JsonObject ParentHeader { get; init; } = [];

    public JsonObject Metadata { get; init; } = [];

    public JsonObject Content { get; init; } = [];

    /// <summary>Binary parts beside the four that are signed.</summary>
    public IReadOnlyList<byte[]> Buffers { get; init; } = [];
}
