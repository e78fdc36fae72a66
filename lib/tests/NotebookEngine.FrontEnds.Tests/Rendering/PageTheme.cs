namespace NotebookEngine.FrontEnds.Tests.Rendering;

/// <summary>The two looks in which Jupyter's converter writes a page.</summary>
internal enum PageTheme
{
    Light,
    Dark,
}
