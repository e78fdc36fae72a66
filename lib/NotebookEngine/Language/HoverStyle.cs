using System.Text.RegularExpressions;

namespace NotebookEngine.Language;

/// <summary>How the parts of an explanation are written for one kind of reader.</summary>
internal abstract partial class HoverStyle
{
    private HoverStyle() { }

    internal abstract string Signature(string text);

    /// <summary>Running text.</summary>
    internal abstract string Words(string text);

    /// <summary>A name within running text.</summary>
    internal abstract string Code(string text);

    /// <summary>Lines of code.</summary>
    internal abstract string Block(string text);

    internal abstract string Link(string text, string address);

    internal abstract string Title(string text);

    internal abstract string Item(string name, string text);

    internal abstract string Origin(string text);

    internal sealed class Plain : HoverStyle
    {
        internal override string Signature(string text) => text;

        internal override string Words(string text) => text;

        internal override string Code(string text) => text;

        internal override string Block(string text) => $"    {text.Replace("\n", "\n    ", StringComparison.Ordinal)}";

        internal override string Link(string text, string address) => text == address ? address : $"{text} ({address})";

        internal override string Title(string text) => $"{text}:";

        internal override string Item(string name, string text) => $"  {name}: {text}";

        internal override string Origin(string text) => text;
    }

    internal sealed partial class Markdown : HoverStyle
    {
        internal override string Signature(string text) => Block(text);

        internal override string Words(string text) => Active().Replace(text, @"\$0");

        internal override string Code(string text) => $"`{text}`";

        internal override string Block(string text) => $"```csharp\n{text}\n```";

        internal override string Link(string text, string address) => $"[{Words(text)}]({address})";

        internal override string Title(string text) => $"**{text}**";

        internal override string Item(string name, string text) => $"- `{name}`: {text}";

        internal override string Origin(string text) => $"*{Words(text)}*";

        [GeneratedRegex(@"[\\`*_<>\[\]]")]
        private static partial Regex Active();
    }
}
