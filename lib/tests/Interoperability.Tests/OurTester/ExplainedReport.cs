using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using WorkingCopies;

namespace Interoperability.Tests.OurTester;

/// <summary>
/// What the tester reported of a server when its report was last read, case by case: a committed file. The texts of its groups are written
/// by hand; which cases differ, and how, is compared with every run.
/// </summary>
/// <param name="Server">The server with its version.</param>
/// <param name="Held">How many cases were answered as expected, each method by itself.</param>
/// <param name="Failed">How many were answered otherwise though a specification settles the answer.</param>
/// <param name="OtherChoice">How many were answered otherwise where specifications leave a choice.</param>
/// <param name="NotApplicable">How many could not be asked.</param>
/// <param name="Groups">All the others, those with one explanation together.</param>
internal sealed record ExplainedReport(
    string Server,
    int Held,
    int Failed,
    int OtherChoice,
    int NotApplicable,
    IReadOnlyList<ExplainedGroup> Groups
)
{
    private static readonly ExplainedReportJson Readable = new(
        new JsonSerializerOptions(ExplainedReportJson.Default.Options)
        {
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        }
    );

    /// <summary>The four numbers, for comparison and for a table.</summary>
    public (int Held, int Failed, int OtherChoice, int NotApplicable) Counts =>
        (Held, Failed, OtherChoice, NotApplicable);

    /// <summary>Every case that was answered otherwise than expected, with its verdict.</summary>
    public IReadOnlyDictionary<string, string> Differences =>
        Groups.SelectMany(group => group.Cases).ToDictionary(StringComparer.Ordinal);

    /// <param name="file">Its name.</param>
    /// <exception cref="JsonException">A member is missing, unknown or there twice.</exception>
    public static ExplainedReport Read(string file) =>
        JsonSerializer.Deserialize(File.ReadAllBytes(PathOf(file)), ExplainedReportJson.Default.ExplainedReport)!;

    /// <summary>Writes it in the place of the file.</summary>
    public void Write(string file)
    {
        var path = PathOf(file);
        File.WriteAllText(path + ".new", JsonSerializer.Serialize(this, Readable.ExplainedReport) + "\n");
        File.Move(path + ".new", path, overwrite: true);
    }

    /// <summary>The same groups with what a run reports. What no group has yet stands in a last one, for a person to explain.</summary>
    public ExplainedReport With(TesterReport report, string server)
    {
        var differences = report.Differences;
        var known = Differences;
        IEnumerable<ExplainedGroup> groups = Groups.Select(group => group.Only(differences));
        var added = differences.Where(one => !known.ContainsKey(one.Key)).ToDictionary(StringComparer.Ordinal);
        if (added.Count > 0)
        {
            groups = groups.Append(new ExplainedGroup("", Whose.Theirs, "", "", added));
        }

        return new ExplainedReport(
            server,
            report.Count(TesterReport.Held),
            report.Failed,
            differences.Count - report.Failed,
            report.Count(TesterReport.NotApplicable),
            [.. groups.Where(group => group.Cases.Count > 0)]
        );
    }

    private static string PathOf(string file) =>
        Path.Combine(Checkout.Root, "lib", "tests", "Interoperability.Tests", "OurTester", "Reports", file);
}

/// <summary>Cases with one explanation.</summary>
/// <param name="What">What the server does, in a sentence.</param>
/// <param name="Whose">Whose the difference is.</param>
/// <param name="Why">The sentence of a specification that it differs from, or that leaves the choice.</param>
/// <param name="Means">What it means for a team that uses the server.</param>
/// <param name="Cases">The verdict of each case and method.</param>
internal sealed record ExplainedGroup(
    string What,
    Whose Whose,
    string Why,
    string Means,
    IReadOnlyDictionary<string, string> Cases
)
{
    /// <summary>The group with those of its cases that still differ, and what is said of them now.</summary>
    public ExplainedGroup Only(IReadOnlyDictionary<string, string> differences) =>
        this with
        {
            Cases = Cases
                .Keys.Where(differences.ContainsKey)
                .ToDictionary(name => name, name => differences[name], StringComparer.Ordinal),
        };
}

/// <summary>Whose a difference is.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Whose>))]
internal enum Whose
{
    /// <summary>The server's: a specification asks for something else.</summary>
    [JsonStringEnumMemberName("theirs")]
    Theirs,

    /// <summary>This project's.</summary>
    [JsonStringEnumMemberName("ours")]
    Ours,

    /// <summary>Nobody's: specifications leave the choice, and this project's server has chosen otherwise.</summary>
    [JsonStringEnumMemberName("policy")]
    Policy,
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    AllowDuplicateProperties = false,
    WriteIndented = true,
    NewLine = "\n"
)]
[JsonSerializable(typeof(ExplainedReport))]
internal sealed partial class ExplainedReportJson : JsonSerializerContext;
