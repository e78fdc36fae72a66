using System.ComponentModel;

namespace Lessons.Tests;

/// <summary>An executed lesson as Jupyter's own tools see it: valid, and readable without this project's engine.</summary>
public sealed class JupyterTests(ExecutedLessons executed) : IClassFixture<ExecutedLessons>
{
    private const string Converter = "jupyter-nbconvert";

    public static TheoryData<string> Lessons => Checkout.Lessons;

    [Theory]
    [MemberData(nameof(Lessons))]
    public async Task An_executed_lesson_converts_to_a_page_without_complaint(string lesson)
    {
        var conversion = await ConvertAsync(Path.Combine(executed.Folder, lesson));

        Assert.True(conversion.ExitCode == 0, conversion.Errors);
        Assert.DoesNotContain("invalid", conversion.Errors, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("warn", conversion.Errors, StringComparison.OrdinalIgnoreCase);
        var page = await File.ReadAllTextAsync(
            Path.Combine(executed.Folder, Path.ChangeExtension(lesson, ".html")),
            TestContext.Current.CancellationToken
        );
        Assert.Contains("not done yet", page, StringComparison.Ordinal);
        Assert.Contains("What the server checked", page, StringComparison.Ordinal);
    }

    private static async Task<ChildProcess> ConvertAsync(string notebook)
    {
        try
        {
            return await ChildProcess.RunAsync(Converter, ["--to", "html", notebook]);
        }
        catch (Win32Exception)
        {
            RequiredTools.Missing($"{Converter} is not installed here; Debian has it as jupyter-nbconvert.");
            throw;
        }
    }
}
