namespace Interoperability.Tests.Table;

/// <summary>A column with its outcomes.</summary>
internal sealed record TriedColumn(Column Column, IReadOnlyDictionary<string, Outcome> Outcomes);
