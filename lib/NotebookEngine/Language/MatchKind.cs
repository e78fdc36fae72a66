using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Tags;

namespace NotebookEngine.Language;

/// <summary>The kinds of <c>_jupyter_types_experimental</c>: those of Python's completer, and an editor's where it has none.</summary>
internal static class MatchKind
{
    internal const string Class = "class";
    internal const string Function = "function";
    internal const string Instance = "instance";
    internal const string Keyword = "keyword";
    internal const string Module = "module";
    internal const string Path = "path";
    internal const string Property = "property";

    /// <param name="tags">Of Roslyn's item.</param>
    /// <param name="isMember">Whether a dot stands before it: a cell's own variables are fields, too, but need none.</param>
    internal static string Of(ImmutableArray<string> tags, bool isMember) =>
        tags.Select(tag => Of(tag, isMember)).FirstOrDefault(kind => kind is not null) ?? Instance;

    private static string? Of(string tag, bool isMember) =>
        tag switch
        {
            WellKnownTags.Class or WellKnownTags.Delegate or WellKnownTags.TypeParameter => Class,
            WellKnownTags.Structure => "struct",
            WellKnownTags.Interface => "interface",
            WellKnownTags.Enum => "enum",
            WellKnownTags.Method or WellKnownTags.ExtensionMethod or WellKnownTags.Operator => Function,
            WellKnownTags.Property or WellKnownTags.Event or WellKnownTags.EnumMember => Property,
            WellKnownTags.Field or WellKnownTags.Constant => isMember ? Property : Instance,
            WellKnownTags.Local or WellKnownTags.Parameter or WellKnownTags.RangeVariable => Instance,
            WellKnownTags.Namespace or WellKnownTags.Assembly => Module,
            WellKnownTags.Keyword => Keyword,
            _ => null,
        };
}
