namespace ClientAuth.Visuals.Charts;

/// <summary>One lane of every row: the stretches of each row, none where nothing happened.</summary>
internal sealed record StretchSeries(string Name, SeriesLook Look, IReadOnlyList<IReadOnlyList<Stretch>> Rows)
{
    public int Total(int row) => Rows[row].Sum(stretch => stretch.Length);
}
