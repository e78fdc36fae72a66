using NotebookEngine.Arguments;
using NotebookEngine.Installation;

namespace NotebookEngine.Learners;

/// <summary>Where a learner's progress is kept: a file of the user's, outside any checkout.</summary>
internal static class ProgressPlace
{
    /// <summary>The environment variable: an absolute path, or <c>off</c>.</summary>
    internal const string Variable = "NOTEBOOK_PROGRESS";

    /// <summary>The value with which nothing is recorded.</summary>
    internal const string Off = "off";

    /// <summary>Absolute path of the file, which need not exist.</summary>
    /// <exception cref="UsageException">Recording is switched off, or no place is known.</exception>
    internal static string Of(Machine machine)
    {
        var chosen = machine.Variable(Variable);
        if (string.Equals(chosen, Off, StringComparison.OrdinalIgnoreCase))
        {
            throw new UsageException(
                $"no progress is recorded here: {Variable} is 'off'. Unset it, or set it to the absolute path of a file"
            );
        }

        if (string.IsNullOrWhiteSpace(chosen))
        {
            return machine.Join(ApplicationData(machine), "notebook-progress", "progress.json");
        }

        // What ends in a separator, as a root does, is a folder.
        return Path.IsPathFullyQualified(chosen) && Path.GetFileName(chosen) is not ""
            ? chosen
            : throw new UsageException($"{Variable} is '{chosen}': make it the absolute path of a file, or 'off'");
    }

    private static string ApplicationData(Machine machine)
    {
        try
        {
            return InstallPlace.ApplicationData(machine);
        }
        catch (InstallationException)
        {
            throw new UsageException(
                $"this user has no folder of their own: set {Variable} to the absolute path of a file"
            );
        }
    }

    /// <summary>A run without a learner records nothing, unless a place is configured.</summary>
    internal static void SwitchOffUnlessChosen()
    {
        if (string.IsNullOrWhiteSpace(Environment.GetEnvironmentVariable(Variable)))
        {
            Environment.SetEnvironmentVariable(Variable, Off);
        }
    }
}
