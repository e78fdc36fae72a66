using System.Text.RegularExpressions;

namespace Lessons.DotNetInteractive.Tests;

/// <summary>
/// The header <c>traceparent</c> in a transcript. .NET Interactive traces its commands, and a cell's own HttpClient then sends the
/// header with every request. This project's engine traces nothing, so there is no such header to compare it with.
/// </summary>
internal static partial class TracingHeader
{
    private const string Value = "00-[0-9a-f]{32}-[0-9a-f]{16}-0[01]";

    /// <summary>Takes its line out of a text, and its row out of a table.</summary>
    public static string RemovedFrom(string text) => Row.Replace(Line.Replace(text, ""), "");

    [GeneratedRegex($@"^traceparent: {Value}\r?\n", RegexOptions.Multiline)]
    private static partial Regex Line { get; }

    [GeneratedRegex($"<tr[^>]*><th[^>]*>traceparent</th><td[^>]*><code[^>]*>{Value}</code></td></tr>")]
    private static partial Regex Row { get; }
}
