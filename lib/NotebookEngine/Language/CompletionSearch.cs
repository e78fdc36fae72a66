using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Completion;
using Microsoft.CodeAnalysis.Recommendations;

namespace NotebookEngine.Language;

/// <summary>Asks Roslyn what fits at the cursor, and keeps what a front end can insert as plain text.</summary>
internal sealed class CompletionSearch(Document document, int cursor)
{
    // A cell that names no type yet has some five hundred; front ends narrow the list down themselves as one types on.
    private const int MostMatches = 2000;

    private const char Escape = '@';

    internal async Task<Completions> FindAsync(CancellationToken cancellationToken)
    {
        var text = await document.GetTextAsync(cancellationToken);
        var root = (await document.GetSyntaxRootAsync(cancellationToken))!;
        if (CursorContext.IsInLiteralOrComment(root, cursor))
        {
            return Completions.None(cursor);
        }

        // Completion works on what has been compiled so far, so the cell is compiled first.
        var model = (await document.GetSemanticModelAsync(cancellationToken))!;
        var list = await CompletionService
            .GetService(document)!
            .GetCompletionsAsync(document, cursor, cancellationToken: cancellationToken);
        if (list.ItemsList is [])
        {
            return Completions.None(cursor);
        }

        var symbols = (
            await Recommender.GetRecommendedSymbolsAtPositionAsync(document, cursor, null, cancellationToken)
        ).ToLookup(symbol => symbol.Name);
        var isMember = CursorContext.IsAfterDot(root, list.Span.Start);
        var typed = text.ToString(list.Span)[..(cursor - list.Span.Start)].TrimStart(Escape);
        var matches = Sorted(Fitting(list.ItemsList, typed), typed)
            .DistinctBy(Insertion)
            .Take(MostMatches)
            .Select(item => new CompletionMatch(
                Insertion(item),
                MatchKind.Of(item.Tags, isMember),
                Signature.Of(symbols[item.DisplayText], model, cursor)
            ));
        return new Completions([.. matches], list.Span.Start, list.Span.End);
    }

    private static List<CompletionItem> Fitting(IReadOnlyList<CompletionItem> items, string typed)
    {
        var plain = items.Where(item => !item.IsComplexTextEdit && item.InlineDescription is "").ToList();
        var fitting = plain.Where(item => Name(item).StartsWith(typed, StringComparison.OrdinalIgnoreCase)).ToList();
        return fitting is [] ? [.. plain.Where(item => Humps(typed).IsMatch(Name(item)))] : fitting;
    }

    private static IEnumerable<CompletionItem> Sorted(IEnumerable<CompletionItem> items, string typed) =>
        items
            .OrderByDescending(item => Name(item).StartsWith(typed, StringComparison.Ordinal))
            .ThenByDescending(item => item.Rules.MatchPriority)
            .ThenBy(item => item.SortText, StringComparer.OrdinalIgnoreCase)
            .ThenBy(item => item.SortText, StringComparer.Ordinal);

    // GSA is GetStringAsync: each capital starts a word.
    private static Regex Humps(string typed) =>
        new($"^{string.Concat(typed.Select(letter => Hump(letter)))}", RegexOptions.CultureInvariant);

    private static string Hump(char letter) =>
        (char.IsUpper(letter) ? @"[^\p{Lu}]*" : "") + Regex.Escape(letter.ToString());

    private static string Name(CompletionItem item) => item.FilterText.TrimStart(Escape);

    // Roslyn escapes a keyword here (@class) and leaves out <>; what is not a symbol is inserted as it is shown.
    private static string Insertion(CompletionItem item) =>
        item.Properties.GetValueOrDefault("InsertionText")
        ?? item.DisplayTextPrefix + item.DisplayText + item.DisplayTextSuffix;
}
