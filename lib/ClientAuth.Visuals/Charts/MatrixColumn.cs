namespace ClientAuth.Visuals.Charts;

/// <summary>A column of a matrix: one check, or several in a row.</summary>
/// <param name="Name">The check, or the groups that the checks belong to and their number.</param>
/// <param name="Checks">In the server's order.</param>
internal sealed record MatrixColumn(string Name, IReadOnlyList<string> Checks);
