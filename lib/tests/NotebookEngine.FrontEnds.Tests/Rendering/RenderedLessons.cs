using System.Collections.Concurrent;
using NotebookEngine.FrontEnds.Tests.Page;

namespace NotebookEngine.FrontEnds.Tests.Rendering;

/// <summary>Every lesson, looked at once for all tests, when the first one asks.</summary>
public sealed class RenderedLessons(ConvertedLessons converted, NotebookPages pages)
{
    private readonly ConcurrentDictionary<string, Lazy<Task<LessonFindings>>> _findings = new(StringComparer.Ordinal);

    internal Task<LessonFindings> FindingsAsync(string lesson) =>
        _findings.GetOrAdd(lesson, name => new(() => LookAtAsync(name))).Value;

    private async Task<LessonFindings> LookAtAsync(string lesson)
    {
        // Without the script, only the test that needs it is skipped.
        var axe = AxeScript.IsNamed ? await AxeScript.ReadAsync() : null;
        var browser = await pages.BrowserAsync();
        return await LessonFindings.OfAsync(browser, theme => converted.PathOfAsync(lesson, theme), axe);
    }
}
