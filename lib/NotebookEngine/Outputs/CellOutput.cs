namespace NotebookEngine.Outputs;

/// <summary>One thing that a cell put out, in Jupyter's forms. All cases are nested here.</summary>
public abstract record CellOutput
{
    private CellOutput() { }

    /// <summary>nbformat's <c>output_type</c>.</summary>
    internal abstract string OutputType { get; }

    /// <summary>The value that is shown; null where the output is text or a failure.</summary>
    internal virtual MimeBundle? Value => null;

    /// <summary>Characters, in UTF-16 units.</summary>
    internal virtual long Length => Value?.Length ?? 0;

    /// <summary>What it takes of an <see cref="OutputLimit"/>.</summary>
    internal virtual long Weight => Length;

    /// <summary>Text written to the console.</summary>
    /// <param name="To"><see cref="StandardOutput"/> or <see cref="StandardError"/>.</param>
    /// <param name="Text">May be a part of a line.</param>
    public sealed record Printed(string To, string Text) : CellOutput
    {
        public const string StandardOutput = "stdout";
        public const string StandardError = "stderr";

        internal override string OutputType => "stream";

        internal override long Length => Text.Length;

        internal override long Weight => (long)OutputLimit.TextWeight * Text.Length;
    }

    /// <summary>A value shown by <c>.Display()</c>.</summary>
    /// <param name="Data">The value.</param>
    /// <param name="Id">Names the place where it is shown, so that another value can take it; null where none can.</param>
    public sealed record Displayed(MimeBundle Data, string? Id = null) : CellOutput
    {
        internal override string OutputType => "display_data";

        internal override MimeBundle Value => Data;
    }

    /// <summary>A value that takes the place of one shown earlier. No notebook keeps it as such.</summary>
    /// <param name="DisplayId">The <see cref="Displayed.Id"/>.</param>
    /// <param name="Data">The new value.</param>
    public sealed record Updated(string DisplayId, MimeBundle Data) : CellOutput
    {
        internal override string OutputType => "display_data";

        internal override MimeBundle Value => Data;
    }

    /// <summary>The value of the cell's last expression.</summary>
    public sealed record Returned(MimeBundle Data) : CellOutput
    {
        internal override string OutputType => "execute_result";

        internal override MimeBundle Value => Data;
    }

    /// <summary>Why the cell failed: the exception's type or the compiler's code, the message, and the learner's own frames.</summary>
    public sealed record Failed(string Name, string Message, IReadOnlyList<string> Traceback) : CellOutput
    {
        internal override string OutputType => "error";

        internal override long Length => Name.Length + Message.Length + Traceback.Sum(line => (long)line.Length);
    }
}
