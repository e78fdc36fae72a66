namespace NotebookEngine.Arguments;

/// <summary>The command cannot do what it was asked for; the message says what to change.</summary>
internal sealed class UsageException(string message) : Exception(message);
