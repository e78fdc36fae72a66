namespace NotebookEngine.Installation;

/// <summary>There is a <c>kernel.json</c> that cannot be read, or is no JSON.</summary>
internal sealed class UnreadableKernelspecException(string path, Exception cause)
    : Exception($"{path} cannot be read: {cause.Message}", cause)
{
    internal string Path => path;
}
