using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace Lessons.Tests;

/// <summary>One term of <c>data/glossary.json</c>.</summary>
internal sealed partial record GlossaryTerm
{
    private static readonly JsonSerializerOptions Strict = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowDuplicateProperties = false,
    };

    public required string Term { get; init; }

    public required string Definition { get; init; }

    public required string Specification { get; init; }

    /// <summary>The lesson that explains it.</summary>
    public required string Lesson { get; init; }

    /// <summary>How it is written in a lesson; empty where the word has other meanings, too, so that no test can find its first use.</summary>
    public required IReadOnlyList<string> Words { get; init; }

    /// <summary>What a link names: the heading of the term as GitHub makes an anchor of it.</summary>
    public string Anchor => NotInAnchor.Replace(Term.ToLowerInvariant(), "").Replace(' ', '-');

    public static IReadOnlyList<GlossaryTerm> ReadAll() =>
        JsonSerializer.Deserialize<IReadOnlyList<GlossaryTerm>>(
            File.ReadAllText(Path.Combine(Checkout.Root, "data", "glossary.json")),
            Strict
        )!;

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

    [GeneratedRegex("[^a-z0-9 _-]")]
    private static partial Regex NotInAnchor { get; }
}
