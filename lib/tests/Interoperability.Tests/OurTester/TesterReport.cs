using System.Text.Json;
using System.Text.Json.Serialization;

namespace Interoperability.Tests.OurTester;

/// <summary>The tester's report, as its JSON file has it.</summary>
/// <param name="Clients">The good request of each client.</param>
/// <param name="Cases">Every case by every method.</param>
internal sealed record TesterReport(IReadOnlyList<ReportedClient> Clients, IReadOnlyList<ReportedCase> Cases)
{
    public const string Held = "held";
    public const string NotApplicable = "not_applicable";
    private const string NotAnswered = "not_answered";

    public static TesterReport Read(string file) =>
        JsonSerializer.Deserialize(File.ReadAllBytes(file), TesterReportJson.Default.TesterReport)!;

    /// <summary>How many were answered otherwise though a specification settles the answer.</summary>
    public int Failed => Cases.Count(one => one.Failed);

    /// <summary>Which cases got no answer: that says nothing of the server, but that the machine is busy.</summary>
    public IEnumerable<string> Unanswered =>
        Cases.Where(one => one.Verdict == NotAnswered).Select(one => $"{one.Case} {one.Method}: {one.Detail}");

    /// <summary>How many cases have a verdict.</summary>
    public int Count(string verdict) => Cases.Count(one => one.Verdict == verdict);

    /// <summary>Both reports in one: each case with what came of it in the run that sent it.</summary>
    public TesterReport With(TesterReport other)
    {
        var sent = other.Cases.Where(one => one.Verdict != NotApplicable).ToDictionary(one => (one.Case, one.Method));
        return this with { Cases = [.. Cases.Select(one => sent.GetValueOrDefault((one.Case, one.Method), one))] };
    }

    /// <summary>What was answered otherwise than expected, by case and method.</summary>
    public IReadOnlyDictionary<string, string> Differences =>
        Cases
            .Where(one => one.Verdict is not (Held or NotApplicable))
            .ToDictionary(one => $"{one.Case} {one.Method}", one => $"{one.Words}: {one.Detail}");
}

/// <summary>A client of the clients file.</summary>
/// <param name="ClientId">Its identifier.</param>
/// <param name="Works">Whether its good request got a token.</param>
/// <param name="Got">What it got.</param>
internal sealed record ReportedClient(string ClientId, bool Works, string Got);

/// <summary>A case by one method.</summary>
/// <param name="Case">As the catalogue has it.</param>
/// <param name="Method">Whose client sent it.</param>
/// <param name="Verdict">For example <c>held</c>.</param>
/// <param name="Failed">Whether it was answered otherwise though a specification settles the answer.</param>
/// <param name="Words">The verdict for people.</param>
/// <param name="Detail">What came, or why it was not sent; null where all held.</param>
internal sealed record ReportedCase(
    string Case,
    string Method,
    string Verdict,
    bool Failed,
    string Words,
    string? Detail
);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(TesterReport))]
internal sealed partial class TesterReportJson : JsonSerializerContext;
