using Microsoft.DotNet.Interactive.Formatting;

namespace NotebookEngine.Execution;

/// <summary>Ends a cell's code, on whatever thread it runs, after the cell was interrupted.</summary>
[TypeFormatterSource(typeof(OneLine), PreferredMimeTypes = [PlainTextFormatter.MimeType])]
public sealed class CellInterruptedException() : OperationCanceledException("the cell was interrupted")
{
    // A formatter shows what a property throws, and an exception with all that hangs on it takes seconds.
    private sealed class OneLine : ITypeFormatterSource
    {
        public IEnumerable<ITypeFormatter> CreateTypeFormatters() =>
            [
                new PlainTextFormatter<CellInterruptedException>(
                    (thrown, context) => context.Writer.Write(thrown.Message)
                ),
                new HtmlFormatter<CellInterruptedException>((thrown, context) => context.Writer.Write(thrown.Message)),
            ];
    }
}
