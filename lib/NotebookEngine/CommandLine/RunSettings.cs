using NotebookEngine.Running;
using NotebookEngine.StoredOutputs;

namespace NotebookEngine.CommandLine;

/// <summary>The settings of one <c>run</c>.</summary>
internal sealed record RunSettings
{
    /// <summary>Paths, file names or prefixes; none means every lesson.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    public RunOptions Options { get; init; } = new();

    /// <summary>Whether the stored outputs are ignored, checked or updated.</summary>
    public StoredOutputsMode StoredOutputs { get; init; }

    /// <summary>Whether the solutions stand in place of the stubs.</summary>
    public bool Solutions { get; init; }

    /// <summary>Folder for the executed notebooks, or null.</summary>
    public string? Out { get; init; }

    /// <summary>File for the results as JUnit XML, or null.</summary>
    public string? JUnit { get; init; }

    /// <summary>File for the results as JSON, or null.</summary>
    public string? Json { get; init; }

    /// <summary>File for the results as Markdown, or null.</summary>
    public string? Summary { get; init; }
}
