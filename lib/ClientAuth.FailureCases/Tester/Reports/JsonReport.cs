using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using ClientAuth.FailureCases.Catalogue;
using ClientAuth.FailureCases.Tester.Verdicts;
using ClientAuth.Protocol.Json;

namespace ClientAuth.FailureCases.Tester.Reports;

/// <summary>A report as JSON.</summary>
internal static class JsonReport
{
    // Titles hold apostrophes and arrows, and people read the file.
    private static readonly ReportJson Readable = new(
        new JsonSerializerOptions(ReportJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }
    );

    public static string Of(TestReport report) =>
        JsonSerializer.Serialize(
            new ReportDocument(
                ReportFile.Mark,
                1,
                report.Issuer,
                report.Started.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
                report.Requests,
                report.AllHeld,
                Summary.Line(report),
                report.Clients,
                [.. report.Cases.Select(CaseDocument.Of)]
            ),
            Readable.ReportDocument
        ) + "\n";
}

/// <summary>The whole file.</summary>
internal sealed record ReportDocument(
    string Format,
    int Version,
    string Issuer,
    string Started,
    int Requests,
    bool AllHeld,
    string Summary,
    IReadOnlyList<ClientCheck> Clients,
    IReadOnlyList<CaseDocument> Cases
);

/// <summary>A case by one method.</summary>
internal sealed record CaseDocument(
    string Case,
    string Section,
    string Method,
    string Title,
    string Specification,
    Strength Strength,
    ServerVerdict Verdict,
    string Words,
    bool Failed,
    string Expected,
    string? Got,
    string? Detail
)
{
    public static CaseDocument Of(CaseVerdict verdict) =>
        new(
            verdict.Case.Id,
            verdict.Section.Id,
            verdict.Method,
            verdict.Case.Title,
            verdict.Case.Specification,
            verdict.Case.Strength,
            verdict.Verdict,
            verdict.Words,
            verdict.IsFailure,
            verdict.Expected,
            verdict.Got.Length > 0 ? verdict.Got : null,
            verdict.Detail
        );
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    WriteIndented = true,
    NewLine = "\n",
    Converters = [typeof(NamedValue<ServerVerdict>), typeof(NamedValue<Strength>)]
)]
[JsonSerializable(typeof(ReportDocument))]
internal sealed partial class ReportJson : JsonSerializerContext;
