using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ratios.Results;

/// <summary>The table of all ratios, with the machine that they were measured on: in Markdown for people, in JSON for programs.</summary>
internal sealed class RatioTable(Machine machine, IReadOnlyList<Ratio> ratios, IReadOnlyList<string> leftOut)
{
    /// <summary>Writes <c>ratios.md</c> and <c>ratios.json</c>, each beside its place first, so that neither is ever half written.</summary>
    /// <param name="folder">Made where it is not there.</param>
    public void Write(string folder)
    {
        Directory.CreateDirectory(folder);
        Write(Path.Combine(folder, "ratios.md"), Markdown());
        Write(Path.Combine(folder, "ratios.json"), Json());
    }

    public string Markdown()
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"Measured on {machine}.").AppendLine();
        text.AppendLine("| measured | against | ratio (spread) | goal | met | figures |");
        text.AppendLine("|---|---|---|---|---|---|");
        foreach (var ratio in ratios)
        {
            text.AppendLine(
                CultureInfo.InvariantCulture,
                $"| {ratio.What.Name} | {ratio.What.Against} | **{ratio.Value:F2}** ({ratio.Spread.Least:F2}–{ratio.Spread.Greatest:F2}) | {ratio.What.Goal} | {Met(ratio)} | {ratio.Subject:F1} and {ratio.Reference:F1} {ratio.What.Unit} |"
            );
        }

        foreach (var line in leftOut)
        {
            text.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"Left out: {line}");
        }

        return text.ToString();
    }

    private string Json() =>
        JsonSerializer.Serialize(
            new RatioDocument(
                machine,
                [
                    .. ratios.Select(ratio => new RatioEntry(
                        ratio.What.Group,
                        ratio.What.Name,
                        ratio.What.Against,
                        ratio.Value,
                        ratio.Spread.Least,
                        ratio.Spread.Greatest,
                        $"{ratio.What.Goal}",
                        ratio.IsMet,
                        ratio.Subject,
                        ratio.Reference,
                        ratio.What.Unit
                    )),
                ],
                leftOut
            ),
            RatioJson.Readable.RatioDocument
        ) + "\n";

    private static string Met(Ratio ratio) =>
        ratio.What.Goal == Goal.None ? "–"
        : ratio.IsMet ? "yes"
        : "**no**";

    private static void Write(string path, string text)
    {
        var beside = path + ".new";
        File.WriteAllText(beside, text);
        File.Move(beside, path, overwrite: true);
    }
}

/// <summary>The file <c>ratios.json</c>.</summary>
internal sealed record RatioDocument(Machine Machine, IReadOnlyList<RatioEntry> Ratios, IReadOnlyList<string> LeftOut);

/// <summary>One ratio in the file <c>ratios.json</c>.</summary>
internal sealed record RatioEntry(
    string Group,
    string Measured,
    string Against,
    double Ratio,
    double Least,
    double Greatest,
    string Goal,
    bool IsMet,
    double Subject,
    double Reference,
    string Unit
);

[JsonSerializable(typeof(RatioDocument))]
internal sealed partial class RatioJson : JsonSerializerContext
{
    /// <summary>With characters as they are: nothing of this stands in HTML.</summary>
    public static RatioJson Readable { get; } =
        new(
            new JsonSerializerOptions
            {
                PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
                Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
                WriteIndented = true,
            }
        );
}
