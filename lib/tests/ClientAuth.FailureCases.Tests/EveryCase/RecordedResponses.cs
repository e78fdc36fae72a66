using System.Collections.Concurrent;
using ClientAuth.FailureCases.Catalogue;
using ClientAuth.FailureCases.Results;
using ClientAuth.FailureCases.Tests.EveryCase;

[assembly: AssemblyFixture(typeof(RecordedResponses))]

namespace ClientAuth.FailureCases.Tests.EveryCase;

/// <summary>
/// The answers of <c>data/failure-results.json</c>, from which the gallery of failures is drawn. With <c>UPDATE_REFERENCE=1</c> the answers
/// of the cases that were run are written there, once all tests have ended.
/// </summary>
public sealed class RecordedResponses : IDisposable
{
    private readonly RecordedResults _recorded = File.Exists(Checkout.Results)
        ? RecordedResults.Load(Checkout.Results)
        : new RecordedResults([]);

    private readonly ConcurrentBag<RecordedRun> _seen = [];

    public static bool AreWritten => Environment.GetEnvironmentVariable("UPDATE_REFERENCE") is "1";

    /// <summary>Holds that a run came out as it is recorded.</summary>
    public void Hold(RecordedRun run)
    {
        if (AreWritten)
        {
            _seen.Add(run);
            return;
        }

        Assert.Equal(_recorded.Find(run.Case, run.Method)?.ToString(), run.ToString());
    }

    public void Dispose()
    {
        if (_seen.IsEmpty)
        {
            return;
        }

        var file = Checkout.Results;
        File.WriteAllText(file + ".new", _recorded.With(_seen, FailureCatalogue.Load(Checkout.Catalogue)).Write());
        File.Move(file + ".new", file, overwrite: true);
    }
}
