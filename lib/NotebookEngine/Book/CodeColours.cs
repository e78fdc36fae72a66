using System.Text;
using Microsoft.CodeAnalysis.Classification;
using Microsoft.CodeAnalysis.Text;
using NotebookEngine.Language;

namespace NotebookEngine.Book;

/// <summary>Colours C# as an editor does, with Roslyn's classifier.</summary>
internal sealed class CodeColours(SessionWorkspace workspace)
{
    /// <summary>The codes of one page as HTML, in their order. Each sees what those before it declare.</summary>
    internal async Task<IReadOnlyList<string>> ColourAsync(
        IReadOnlyList<string> codes,
        CancellationToken cancellationToken
    )
    {
        if (codes is [])
        {
            return [];
        }

        var text = string.Concat(codes.Select(code => $"{code}\n"));
        var document = await workspace.NextSubmissionAsync(text, cancellationToken);
        var spans = await Classifier.GetClassifiedSpansAsync(document, new TextSpan(0, text.Length), cancellationToken);
        var kinds = new char[text.Length];
        foreach (var span in spans)
        {
            // What comes later is more exact: an escape inside a string.
            if (KindOf(span.ClassificationType) is { } kind)
            {
                Array.Fill(kinds, kind, span.TextSpan.Start, span.TextSpan.Length);
            }
        }

        var start = 0;
        var coloured = new List<string>();
        foreach (var code in codes)
        {
            coloured.Add(Marked(code, kinds.AsSpan(start, code.Length)));
            start += code.Length + 1;
        }

        return coloured;
    }

    private static char? KindOf(string classification) =>
        classification switch
        {
            ClassificationTypeNames.Keyword
            or ClassificationTypeNames.ControlKeyword
            or ClassificationTypeNames.PreprocessorKeyword => 'k',
            ClassificationTypeNames.StringLiteral or ClassificationTypeNames.VerbatimStringLiteral => 's',
            ClassificationTypeNames.StringEscapeCharacter => 'e',
            ClassificationTypeNames.NumericLiteral => 'n',
            ClassificationTypeNames.Comment => 'c',
            ClassificationTypeNames.ClassName
            or ClassificationTypeNames.RecordClassName
            or ClassificationTypeNames.StructName
            or ClassificationTypeNames.RecordStructName
            or ClassificationTypeNames.InterfaceName
            or ClassificationTypeNames.EnumName
            or ClassificationTypeNames.DelegateName
            or ClassificationTypeNames.TypeParameterName => 't',
            ClassificationTypeNames.MethodName or ClassificationTypeNames.ExtensionMethodName => 'm',
            _ => null,
        };

    private static string Marked(string code, ReadOnlySpan<char> kinds)
    {
        var html = new StringBuilder();
        for (var start = 0; start < code.Length; )
        {
            var kind = kinds[start];
            var length = kinds[start..].IndexOfAnyExcept(kind);
            var end = length < 0 ? code.Length : start + length;
            var text = Html.Text(code[start..end]);
            html.Append(kind == '\0' ? text : $"<span class=\"{kind}\">{text}</span>");
            start = end;
        }

        return html.ToString();
    }
}
