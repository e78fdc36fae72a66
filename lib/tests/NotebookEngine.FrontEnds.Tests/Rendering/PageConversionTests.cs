namespace NotebookEngine.FrontEnds.Tests.Rendering;

/// <summary>An executed lesson as Jupyter's own tools see it: valid, and readable without this project's engine.</summary>
public sealed class PageConversionTests(ConvertedLessons converted)
{
    public static TheoryData<string> Lessons => Checkout.Lessons;

    [Theory]
    [MemberData(nameof(Lessons))]
    public Task An_executed_lesson_converts_to_a_page_without_complaint(string lesson) =>
        WorkingCopy.HoldAsync(
            lesson,
            async () =>
            {
                var page = await File.ReadAllTextAsync(await converted.PathOfAsync(lesson, PageTheme.Light));

                if (page.Contains("solved", StringComparison.Ordinal))
                {
                    // As a learner saved it.
                    await WorkingCopy.SkipIfChangedAsync(lesson, "exercise");
                }

                Assert.Contains("not done yet", page, StringComparison.Ordinal);
                Assert.Contains("Who sent what to whom", page, StringComparison.Ordinal);
            }
        );
}
