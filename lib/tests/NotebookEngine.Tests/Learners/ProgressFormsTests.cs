using System.Globalization;

namespace NotebookEngine.Tests.Learners;

/// <summary><c>progress</c> for programs and as a page.</summary>
public sealed class ProgressFormsTests(Engine engine) : IDisposable
{
    private readonly LearnersFolder _learner = new(engine);

    public void Dispose() => _learner.Dispose();

    [Fact]
    public async Task Machines_get_it_as_json_in_any_culture()
    {
        await File.WriteAllTextAsync(
            _learner.File,
            LearnersFolder.Document(LearnersFolder.Solved("00-start", "exercise", "2026-11-29T23:30:05-05:00")),
            TestContext.Current.CancellationToken
        );
        var strange = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        strange.NumberFormat.NegativeSign = "minus";
        strange.DateTimeFormat.TimeSeparator = ".";
        strange.DateTimeFormat.DateSeparator = ".";
        CultureInfo.CurrentCulture = strange; // of this test's own flow alone

        var (exitCode, lines, _) = await _learner.InvokeAsync("progress", "--json", "--html", "mine.html");

        Assert.Equal(0, exitCode);
        Assert.Equal(
            """
            {
              "collection": "a-course",
              "exercises": 3,
              "people": [
                {
                  "name": "you",
                  "solved": 1,
                  "last_solved": "2026-11-29T23:30:05-05:00",
                  "next": {
                    "lesson": "01-next",
                    "exercise": "exercise"
                  },
                  "lessons": [
                    {
                      "lesson": "00-start",
                      "solved": 1,
                      "exercises": 1
                    },
                    {
                      "lesson": "01-next",
                      "solved": 0,
                      "exercises": 2
                    }
                  ]
                }
              ]
            }
            """.ReplaceLineEndings("\n"),
            string.Join('\n', lines)
        );
        Assert.Contains(
            "<td>1 of 3</td><td>2026-11-30</td><td>01-next</td><td class=\"all\">✓ 1 of 1</td><td>0 of 2</td>",
            await File.ReadAllTextAsync(_learner.Folder.File("mine.html"), TestContext.Current.CancellationToken),
            StringComparison.Ordinal
        );
    }
}
