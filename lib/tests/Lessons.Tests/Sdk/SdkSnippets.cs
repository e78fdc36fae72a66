using System.Text;

namespace Lessons.Tests.Sdk;

/// <summary>What <c>data/sdk-snippets.json</c> holds: each lesson's lines in the mobile SDKs, and the versions they were checked against.</summary>
internal sealed record SdkSnippets
{
    /// <summary>In the order in which they are shown.</summary>
    public required IReadOnlyList<string> Languages { get; init; }

    /// <summary>When, and against which versions.</summary>
    public required string Checked { get; init; }

    /// <summary>What each credential is called in each SDK.</summary>
    public required IReadOnlyList<SdkCounterpart> Counterparts { get; init; }

    public required IReadOnlyList<SdkCell> Cells { get; init; }

    public static SdkSnippets Read() => DataFile.Read<SdkSnippets>("sdk-snippets.json");

    /// <summary>The cell as it stands in the lesson.</summary>
    public string TextOf(SdkCell cell)
    {
        var text = new StringBuilder();
        foreach (var paragraph in cell.Before)
        {
            text.Append(paragraph).Append("\n\n");
        }

        foreach (var snippet in cell.Snippets)
        {
            text.Append("```").Append(snippet.Language).Append('\n');
            text.AppendJoin('\n', snippet.Code).Append("\n```\n\n");
        }

        text.Append(Checked).Append($" [All methods in one table]({SdkPage.Name}).");
        foreach (var paragraph in cell.After)
        {
            text.Append("\n\n").Append(paragraph);
        }

        return text.ToString();
    }
}

/// <summary>One lesson's cell <c>sdk</c>: paragraphs, the snippets, and paragraphs.</summary>
internal sealed record SdkCell(
    string Lesson,
    IReadOnlyList<string> Before,
    IReadOnlyList<SdkSnippet> Snippets,
    IReadOnlyList<string> After
);

/// <summary>Lines of code in one SDK's language.</summary>
internal sealed record SdkSnippet(string Language, IReadOnlyList<string> Code);
