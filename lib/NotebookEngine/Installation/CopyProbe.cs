namespace NotebookEngine.Installation;

/// <summary>Tests a copy of the engine: starts it and has it run a cell.</summary>
internal sealed class CopyProbe(string dotnet)
{
    private const string Notebook = """
        {
          "cells": [
            { "cell_type": "code", "id": "probe", "metadata": {}, "execution_count": null, "outputs": [], "source": ["1 + 1"] }
          ],
          "metadata": { "kernelspec": { "name": ".net-csharp", "display_name": ".NET (C#)", "language": "C#" } },
          "nbformat": 4,
          "nbformat_minor": 5
        }
        """;

    /// <param name="program">Absolute path of the copy's assembly.</param>
    /// <param name="cancellationToken">Ends the copy, too.</param>
    /// <returns>Null, or what went wrong, in one line.</returns>
    internal async Task<string?> RunAsync(string program, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("notebook-engine-").FullName;
        try
        {
            var notebook = Path.Combine(folder, "probe.ipynb");
            await File.WriteAllTextAsync(notebook, Notebook, cancellationToken);
            var run = await ChildProgram.RunAsync(dotnet, [program, "run", notebook], folder, cancellationToken);
            return run.ExitCode == 0 ? null : $"exit code {run.ExitCode}: {string.Join(" | ", run.Lines.Take(3))}";
        }
        finally
        {
            FolderCopy.TryDelete(folder);
        }
    }
}
