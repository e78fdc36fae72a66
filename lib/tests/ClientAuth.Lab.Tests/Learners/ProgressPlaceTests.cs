using ClientAuth.Lab.Learners;

namespace ClientAuth.Lab.Tests.Learners;

/// <summary>Where a learner's file is, by the environment variable and by the folders of the user.</summary>
public sealed class ProgressPlaceTests
{
    private static readonly string Data = Path.GetFullPath("data-of-applications");

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    public void Without_the_variable_it_is_in_the_users_folder(string? variable) =>
        Assert.Equal(
            new ProgressPlace(Path.Combine(Data, "notebook-progress", "progress.json")),
            ProgressPlace.Of(variable, Data)
        );

    [Theory]
    [InlineData("off")]
    [InlineData("OFF")]
    public void It_can_be_switched_off(string variable) =>
        Assert.Equal(new ProgressPlace(Path: null, Problem: null), ProgressPlace.Of(variable, Data));

    [Fact]
    public void The_variable_names_a_file()
    {
        var file = Path.GetFullPath("mine.json");

        Assert.Equal(new ProgressPlace(file), ProgressPlace.Of(file, Data));
    }

    // A kernel works in notebooks/, a command in the root: a relative path would be two files.
    [Fact]
    public void A_relative_path_is_a_problem() =>
        Assert.Equal(
            "NOTEBOOK_PROGRESS is 'mine.json': make it the absolute path of a file, or `off`.",
            ProgressPlace.Of("mine.json", Data).Problem
        );

    [Theory]
    [InlineData("/")]
    [InlineData("mine/")]
    public void A_folder_is_a_problem(string name)
    {
        var folder = Path.GetFullPath(name);

        Assert.Equal(
            $"NOTEBOOK_PROGRESS is '{folder}': make it the absolute path of a file, or `off`.",
            ProgressPlace.Of(folder, Data).Problem
        );
    }

    [Fact]
    public void A_user_without_a_folder_is_a_problem() =>
        Assert.Equal(
            "This user has no folder of their own: set NOTEBOOK_PROGRESS to the path of a file.",
            ProgressPlace.Of(null, "").Problem
        );

    [Fact]
    public void Nothing_is_recorded_while_tests_run() => Assert.Same(ProgressPlace.Off, ProgressPlace.OfThisProcess());
}
