namespace NotebookEngine.Notebooks;

/// <summary>A rule of nbformat is broken; the reader adds the file's name.</summary>
internal sealed class FormatRuleException(string where, string problem) : Exception($"{where}: {problem}");
