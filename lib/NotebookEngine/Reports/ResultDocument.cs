namespace NotebookEngine.Reports;

/// <summary>The file that <c>--json</c> writes: results of one run, in the order of the notebooks. Names are in camel case.</summary>
/// <param name="Passed">How many notebooks passed.</param>
/// <param name="Failed">How many did not, for whatever reason.</param>
/// <param name="Notebooks">All of them.</param>
internal sealed record ResultDocument(int Passed, int Failed, IReadOnlyList<NotebookEntry> Notebooks);
