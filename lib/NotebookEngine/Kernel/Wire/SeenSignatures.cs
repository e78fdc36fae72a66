using System.Text;

namespace NotebookEngine.Kernel.Wire;

/// <summary>
/// The signatures of the last messages, since a message that comes a second time was not sent by the front end: its ids
/// are unique. Jupyter messaging, "The wire protocol".
/// </summary>
internal sealed class SeenSignatures
{
    // Some megabytes at most; a front end sends as many in many hours.
    private const int MostKept = 10_000;

    private readonly HashSet<string> _kept = new(StringComparer.Ordinal);
    private readonly Queue<string> _byAge = new();

    /// <returns>False for one that is known.</returns>
    internal bool Add(byte[] signature)
    {
        var text = Encoding.ASCII.GetString(signature);
        if (!_kept.Add(text))
        {
            return false;
        }

        _byAge.Enqueue(text);
        if (_byAge.Count > MostKept)
        {
            _kept.Remove(_byAge.Dequeue());
        }

        return true;
    }
}
