using Lessons.Tests.Pages;

namespace Lessons.Tests;

/// <summary>Every lesson has the form that <see cref="LessonForm"/> describes.</summary>
public sealed class LessonFormTests
{
    private const int MostMinutes = 40;

    public static TheoryData<string> Lessons => Checkout.Lessons;

    [Theory]
    [MemberData(nameof(Lessons))]
    public Task The_landmarks_stand_in_their_order(string lesson) =>
        WorkingCopy.HoldAsync(lesson, notebook => Assert.Empty(LessonForm.Landmark(notebook)));

    [Theory]
    [MemberData(nameof(Lessons))]
    public Task The_set_up_is_one_cell_of_at_most_three_lines(string lesson) =>
        WorkingCopy.HoldAsync(lesson, notebook => Assert.Empty(LessonForm.SetUp(notebook)));

    [Theory]
    [MemberData(nameof(Lessons))]
    public Task Prose_stands_between_any_two_code_cells(string lesson) =>
        WorkingCopy.HoldAsync(lesson, notebook => Assert.Empty(LessonForm.NeighbouringCode(notebook)));

    [Theory]
    [MemberData(nameof(Lessons))]
    public Task Code_and_prose_stay_short(string lesson) =>
        WorkingCopy.HoldAsync(lesson, notebook => Assert.Empty(LessonForm.TooLong(notebook)));

    [Theory]
    [MemberData(nameof(Lessons))]
    public Task Only_what_every_engine_runs_is_used(string lesson) =>
        WorkingCopy.HoldAsync(lesson, notebook => Assert.Empty(LessonForm.NotCommonToEngines(notebook)));

    [Theory]
    [MemberData(nameof(Lessons))]
    public Task Every_relative_link_leads_to_a_file_or_a_heading(string lesson) =>
        WorkingCopy.HoldAsync(lesson, notebook => Assert.Empty(LessonForm.DeadLinks(notebook)));

    [Theory]
    [MemberData(nameof(Lessons))]
    public Task It_can_be_read_in_one_sitting(string lesson) =>
        WorkingCopy.HoldAsync(
            lesson,
            notebook =>
            {
                Assert.Empty(LessonForm.TooMany(notebook));
                Assert.InRange(LessonManifest.ReadAll().Single(entry => entry.File == lesson).Minutes, 1, MostMinutes);
            }
        );
}
