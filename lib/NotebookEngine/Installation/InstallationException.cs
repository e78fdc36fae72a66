namespace NotebookEngine.Installation;

/// <summary>An installation cannot go on.</summary>
/// <param name="message">What is wrong, and where.</param>
/// <param name="remedy">What to do about it.</param>
internal sealed class InstallationException(string message, string remedy) : Exception(message)
{
    internal string Remedy => remedy;
}
