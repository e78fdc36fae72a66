using System.Text;

namespace Lessons.Tests.Pages;

/// <summary>One term of <c>data/glossary.json</c>.</summary>
internal sealed record GlossaryTerm
{
    public required string Term { get; init; }

    public required string Definition { get; init; }

    public required string Specification { get; init; }

    /// <summary>The lesson that explains it.</summary>
    public required string Lesson { get; init; }

    /// <summary>How it is written in a lesson; empty where the word has other meanings, too, so that no test can find its first use.</summary>
    public required IReadOnlyList<string> Words { get; init; }

    /// <summary>What a link names: the heading of the term as GitHub makes an anchor of it.</summary>
    public string Anchor => PageLinks.AnchorOf(Term);

    public static IReadOnlyList<GlossaryTerm> ReadAll() => DataFile.Read<IReadOnlyList<GlossaryTerm>>("glossary.json");

    /// <summary>The page for readers.</summary>
    public static string Page(IReadOnlyList<GlossaryTerm> terms, IReadOnlyList<LessonManifest> path)
    {
        var page = new StringBuilder(
            """
            # Glossary

            <!-- Written from data/glossary.json by the tests; UPDATE_LESSONS=1 writes it again. -->

            What the lessons mean by a word, where it is explained, and the specification that defines it.

            """.ReplaceLineEndings("\n")
        );
        foreach (var term in terms)
        {
            var lesson = path.Single(entry => entry.File == term.Lesson);
            page.Append('\n').Append("## ").Append(term.Term).Append("\n\n").Append(term.Definition).Append("\n\n");
            page.Append($"[{lesson.Number} {lesson.Title}]({lesson.File}) · {term.Specification}\n");
        }

        return page.ToString();
    }
}
