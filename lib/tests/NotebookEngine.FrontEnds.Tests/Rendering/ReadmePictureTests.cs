using System.Buffers.Binary;
using NotebookEngine.FrontEnds.Tests.Execution;
using NotebookEngine.FrontEnds.Tests.Page;

namespace NotebookEngine.FrontEnds.Tests.Rendering;

/// <summary>The picture that a visitor sees first is one of a real run, and not of one that was long ago.</summary>
public sealed class ReadmePictureTests(HeadlessRun headless, NotebookPages pages)
{
    private const string Words = "lesson.txt";
    private const string Update = "UPDATE_PICTURE";

    [Fact]
    public Task It_shows_what_the_lesson_shows_now() =>
        WorkingCopy.HoldAsync(
            ReadmePicture.Lesson,
            async () =>
            {
                var lesson = await headless.OfAsync(ReadmePicture.Lesson);
                var words = ReadmePicture.WordsOf(lesson);
                if (Environment.GetEnvironmentVariable(Update) is "1")
                {
                    await ReadmePicture.DrawAsync(lesson, await pages.BrowserAsync());
                    await File.WriteAllTextAsync(ReadmePicture.PathOf(Words), words);
                }

                var drawn = await File.ReadAllTextAsync(ReadmePicture.PathOf(Words));
                Assert.True(
                    drawn.ReplaceLineEndings("\n") == words,
                    $"notebooks/images/ shows another run of {ReadmePicture.Lesson}. Draw it anew, with Chromium: "
                        + $"{Update}=1 dotnet test --project lib/tests/NotebookEngine.FrontEnds.Tests\n"
                        + DifferentLines(drawn.ReplaceLineEndings("\n"), words)
                );
            }
        );

    [Fact]
    public async Task The_README_opens_with_it_and_it_is_wide()
    {
        var stop = TestContext.Current.CancellationToken;
        var readme = await File.ReadAllTextAsync(Path.Combine(Checkout.Root, "README.md"), stop);

        Assert.InRange(readme.IndexOf("notebooks/images/lesson-light.png", StringComparison.Ordinal), 0, 1200);
        foreach (var theme in new[] { "light", "dark" })
        {
            // A PNG's first chunk has width and height, big-endian (ISO/IEC 15948 §11.2.2).
            var header = (await File.ReadAllBytesAsync(ReadmePicture.PathOf($"lesson-{theme}.png"), stop)).AsSpan(
                16,
                8
            );
            var width = BinaryPrimitives.ReadInt32BigEndian(header);
            var height = BinaryPrimitives.ReadInt32BigEndian(header[4..]);
            Assert.True(width >= 2 * height, $"lesson-{theme}.png is {width} by {height} pixels.");
        }
    }

    private static string DifferentLines(string drawn, string now) =>
        string.Join(
            '\n',
            drawn
                .Split('\n')
                .Except(now.Split('\n'))
                .Select(line => $"- {line}")
                .Concat(now.Split('\n').Except(drawn.Split('\n')).Select(line => $"+ {line}"))
                .Take(20)
        );
}
