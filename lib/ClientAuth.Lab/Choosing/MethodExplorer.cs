using System.Text.Json;
using System.Xml.Linq;
using ClientAuth.Lab.Pages;
using ClientAuth.Protocol.Display;

namespace ClientAuth.Lab.Choosing;

/// <summary>
/// The model to play with: questions, and what they lead to. It needs neither a kernel nor a network, and where scripts are stripped
/// its tables say the same.
/// </summary>
[TypeFormatterSource(typeof(ExplorerFormatters), PreferredMimeTypes = [MimeTypes.Html, MimeTypes.PlainText])]
public sealed class MethodExplorer(DecisionModel model)
{
    private const string Title = "Choosing a method";

    /// <summary>A part of a page, or the output of a cell.</summary>
    public string ToHtml() =>
        $"""
            <section class="choosing-explorer" aria-label="{Title}">
            <style>
            {ExplorerResources.Css}</style>
            {Lines(ExplorerQuestions.Render(model.Inputs))}
            <div class="answer" hidden="hidden">
            <p class="recommended" role="status" aria-live="polite"></p>
            <div class="why"></div>
            </div>
            {Lines(ExplorerTables.Render(model))}
            <script type="application/json" class="model">{Json}</script>
            <script>
            {ExplorerResources.Script}</script>
            </section>
            """.ReplaceLineEndings("\n");

    /// <summary>A page that stands alone, for light and dark screens.</summary>
    public string ToPage() =>
        StandalonePage.Of(
            Title,
            "Written from data/choosing.json by the tests; UPDATE_REFERENCE=1 writes it again.",
            $"""
            <p>How should an app prove which client it is? Answer what you know.
            The answers that are chosen already describe the most common case.
            Each reason quotes the sentence that it rests on.</p>
            {ToHtml()}
            """
        );

    /// <summary>The table of recommendations as text.</summary>
    public override string ToString() => $"{Title}\n{ExplorerTables.Plain(model)}";

    // The serializer escapes < and >, so no text of the model can end the script element.
    private string Json => JsonSerializer.Serialize(model, DecisionModelJson.Strict.DecisionModel);

    private static string Lines(IEnumerable<XElement> elements) => string.Join("\n", elements);
}

/// <summary>How the explorer shows itself in a notebook; an engine makes one and asks it for formatters, both by name.</summary>
internal sealed class ExplorerFormatters
{
    private readonly IReadOnlyList<object> _formatters =
    [
        new ConventionFormatter<MethodExplorer>(MimeTypes.Html, explorer => explorer.ToHtml()),
        new ConventionFormatter<MethodExplorer>(MimeTypes.PlainText, explorer => explorer.ToString()),
    ];

    public IEnumerable<object> CreateTypeFormatters() => _formatters;
}
