using System.Text;
using System.Text.Json;
using ClientAuth.FailureCases.Catalogue;
using ClientAuth.Protocol.Json;

namespace ClientAuth.FailureCases.Results;

/// <summary>
/// The responses to every case of the catalogue, as the tests recorded them in <c>data/failure-results.json</c>. Running all cases
/// takes minutes of processor time; a lesson that shows all of them reads this file.
/// </summary>
/// <param name="Runs">In the order of the catalogue.</param>
public sealed record RecordedResults(IReadOnlyList<RecordedRun> Runs)
{
    /// <summary>Reads results from a file.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">The file is wrong; the message names file, line and place.</exception>
    public static RecordedResults Load(string path) =>
        File.Exists(path)
            ? Read(File.ReadAllBytes(path), path)
            : throw new FileNotFoundException($"The results '{path}' do not exist.", path);

    /// <summary>Reads results.</summary>
    /// <param name="utf8">The JSON text.</param>
    /// <param name="source">What a message calls it.</param>
    /// <exception cref="InvalidDataException">The text is wrong; the message names source, line and place.</exception>
    public static RecordedResults Read(ReadOnlySpan<byte> utf8, string source) =>
        new(StrictJson.Read(utf8, source, ResultsJson.Default.IReadOnlyListRecordedRun, "a list of runs"));

    /// <summary>The run of a case by one method, or null where it was never run.</summary>
    public RecordedRun? Find(string caseId, string method) =>
        Runs.FirstOrDefault(run => run.Case == caseId && run.Method == method);

    /// <summary>These results with newer ones in place of their own; what the catalogue no longer has is gone.</summary>
    public RecordedResults With(IEnumerable<RecordedRun> newer, FailureCatalogue catalogue)
    {
        var known = Runs.Concat(newer).GroupBy(run => (run.Case, run.Method)).ToDictionary(g => g.Key, g => g.Last());
        return new RecordedResults([
            .. from failureCase in catalogue.Cases
            from method in failureCase.Methods
            where known.ContainsKey((failureCase.Id, method))
            select known[(failureCase.Id, method)],
        ]);
    }

    /// <summary>The text of the file, one run in a line.</summary>
    public string Write()
    {
        var text = new StringBuilder("[\n");
        var lines = Runs.Select(run => "  " + JsonSerializer.Serialize(run, ResultsJson.Default.RecordedRun));
        return text.AppendJoin(",\n", lines).Append("\n]\n").ToString();
    }
}
