namespace NotebookEngine.Kernel.Requests;

/// <summary>A signed message whose content is not what its type promises; the message names the member.</summary>
internal sealed class MalformedRequestException(string message) : Exception(message);
