namespace NotebookEngine.Sessions;

/// <summary>A variable and its value, on one short line; a secret is described and never quoted.</summary>
public sealed record NamedValue(string Name, string Value);
