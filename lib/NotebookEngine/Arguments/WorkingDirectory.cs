namespace NotebookEngine.Arguments;

/// <summary>The folder that a command is given in.</summary>
internal static class WorkingDirectory
{
    internal const string Gone =
        "the folder that this command was started in has been deleted or renamed. Change to a folder that exists, and try again";

    /// <summary>Whether it still has a name. On Linux and macOS a folder can be deleted while a process works in it.</summary>
    internal static bool IsThere()
    {
        try
        {
            return Directory.Exists(Directory.GetCurrentDirectory());
        }
        catch (IOException)
        {
            return false;
        }
    }
}
