using NotebookEngine.Outputs;

namespace NotebookEngine.Running;

/// <summary>The outputs of all cells of one run: a cell may show another value in the place of one that an earlier cell shows.</summary>
/// <param name="limit">How much each cell may put out.</param>
internal sealed class NotebookOutputs(OutputLimit limit)
{
    private readonly Lock _gate = new();
    private readonly List<OutputRecord> _records = [];

    /// <summary>Begins the outputs of the next cell.</summary>
    internal OutputRecord Open()
    {
        var record = new OutputRecord(limit);
        lock (_gate)
        {
            _records.Add(record);
        }

        return record;
    }

    /// <summary>Replaces, in whatever cell, each value with the update's id.</summary>
    internal void Update(CellOutput.Updated update)
    {
        lock (_gate)
        {
            _records.ForEach(record => record.Update(update));
        }
    }
}
