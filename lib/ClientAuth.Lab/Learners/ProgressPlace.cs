namespace ClientAuth.Lab.Learners;

/// <summary>Where the learner's progress is kept.</summary>
/// <param name="Path">Absolute path of the file; null where nothing is recorded.</param>
/// <param name="Problem">Why nothing can be recorded, as a sentence; null where a file is named, or where it is switched off.</param>
internal sealed record ProgressPlace(string? Path, string? Problem = null)
{
    /// <summary>The environment variable: an absolute path, or <c>off</c>.</summary>
    public const string Variable = "NOTEBOOK_PROGRESS";

    public static ProgressPlace Off { get; } = new(Path: null);

    public static ProgressPlace OfThisProcess() =>
        Of(
            Environment.GetEnvironmentVariable(Variable),
            Environment.GetFolderPath(
                Environment.SpecialFolder.LocalApplicationData,
                Environment.SpecialFolderOption.DoNotVerify
            )
        );

    /// <param name="variable">The variable's value, or null.</param>
    /// <param name="applicationData">The user's folder for data of applications; empty where there is none.</param>
    public static ProgressPlace Of(string? variable, string applicationData)
    {
        if (string.Equals(variable, "off", StringComparison.OrdinalIgnoreCase))
        {
            return Off;
        }

        if (!string.IsNullOrWhiteSpace(variable))
        {
            // What ends in a separator, as a root does, is a folder.
            return System.IO.Path.IsPathFullyQualified(variable) && System.IO.Path.GetFileName(variable) is not ""
                ? new ProgressPlace(variable)
                : new ProgressPlace(
                    null,
                    $"{Variable} is '{variable}': make it the absolute path of a file, or `off`."
                );
        }

        return applicationData is ""
            ? new ProgressPlace(null, $"This user has no folder of their own: set {Variable} to the path of a file.")
            : new ProgressPlace(System.IO.Path.Combine(applicationData, "notebook-progress", "progress.json"));
    }
}
